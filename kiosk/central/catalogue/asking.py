"""Which copies of a title are in, asked of the system that the title comes from: each protocol in one line."""

from __future__ import annotations

import os
from collections.abc import Callable

from kiosk.catalogue import holdings
from kiosk.catalogue.holdings import Item
from kiosk.central.catalogue.adapters import daia, koha, koha_import, sru, wise
from kiosk.central.catalogue.models import Source
from kiosk.central.catalogue.site import Site
from kiosk.errors import BadInput

#: What a source of that kind speaks, unless its mapping says otherwise.
_SPEAKS = {"sru": "sru", "koha": "koha", "wise": "wise"}

Items = tuple[Item, ...] | None


def question(source: Source, site: Site, number: str, seconds: float) -> Callable[[], Items] | None:
    """What puts the question about the title with that number there; None when that source cannot be asked. The answer
    is None when it knows no such title."""
    live = site.live
    address = live.address or (_rest(source, site) if source.kind == "koha" else source.address)
    match live.protocol or _SPEAKS.get(source.kind, "none"):
        case "sru":
            harvest = site.harvest
            server = sru.Server(address, harvest.version, harvest.schema, live.index)
            return lambda: _in_record(server, site, number, seconds)
        case "daia":
            return lambda: daia.items(address, live.document.replace("{number}", number), seconds)
        case "koha":
            return lambda: koha.items(address, number, seconds)
        case "wise":
            return lambda: wise.items(address, _key(source.pk, site), number, seconds)
    return None


def _rest(source: Source, site: Site) -> str:
    return site.harvest.rest or koha_import.rest(source.address)


def _in_record(server: sru.Server, site: Site, number: str, seconds: float) -> Items:
    """The copies that stand in the record itself."""
    found = sru.record(server, number, seconds)
    return None if found is None else holdings.items(found, site.holdings)


def _key(slug: str, site: Site) -> wise.Key:
    name = "WEGWIJS_KEY_" + slug.upper().replace("-", "_")
    id, _, secret = os.environ.get(name, "").partition(":")
    if not (id and secret and site.live.application):
        raise BadInput("The key of this source is missing", name, "Set it to the number and the secret: 12:abcdef.")
    return wise.Key(site.live.application, id, secret, site.live.branch)
