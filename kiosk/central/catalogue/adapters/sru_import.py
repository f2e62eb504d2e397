"""All records of a source by SRU, which knows no changes: everything comes each time, in the order of the server."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kiosk.catalogue.record import MarcRecord
from kiosk.central.catalogue.adapters import Broken, Found, Harvested, Place, sru
from kiosk.central.catalogue.site import Harvest
from kiosk.clock import now


def harvest(
    address: str, how: Harvest, since: datetime | None, token: str, seconds: float | None = None
) -> Iterator[Harvested]:
    """As `adapters.Harvester`; the token is the place in the result."""
    server = sru.Server(address, how.version, how.schema)
    first = int(token) if token.isascii() and token.isdigit() else 1
    began = now() if first == 1 else None
    for page in sru.pages(server, how.query, first):
        yield from map(_harvested, page.found)
        yield Place(str(page.next) if page.next else "", began, page.total)


def _harvested(found: MarcRecord | sru.Broken) -> Found | Broken:
    if isinstance(found, sru.Broken):
        return Broken(str(found.position), found.reason)
    return Found(found.data("001").strip(), found)
