"""Koha: its records by OAI-PMH, and where it leaves copies out of them (`include_items` is off), those by its REST.

`address`: the public catalogue ("https://catalogue.example.org"), or its whole OAI address.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from kiosk.central.catalogue.adapters import Deleted, Found, Harvested, koha, oai_pmh
from kiosk.central.catalogue.site import Harvest

#: Where Koha answers below its public catalogue (Koha manual, "OAI-PMH" and "RESTful API").
OAI, REST = "/cgi-bin/koha/oai.pl", "/api/v1"


def harvest(
    address: str, how: Harvest, since: datetime | None, token: str, seconds: float | None = None
) -> Iterator[Harvested]:
    """As `adapters.Harvester`."""
    for found in oai_pmh.harvest(oai(address), how, since, token, seconds):
        yield (
            _with_items(found, how.rest or rest(address)) if isinstance(found, Found) and how.items == "rest" else found
        )


def oai(address: str) -> str:
    """Where records are harvested."""
    return address if urlsplit(address).path.endswith(".pl") else address.rstrip("/") + OAI


def rest(address: str) -> str:
    """Where copies are asked for."""
    return address.removesuffix(OAI).rstrip("/") + REST


def _with_items(found: Found, address: str) -> Harvested:
    items = koha.items(address, found.id)
    # Deleted between the one answer and the other
    return Deleted(found.id) if items is None else replace(found, items=items)
