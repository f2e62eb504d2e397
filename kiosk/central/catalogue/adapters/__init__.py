"""Library systems, each in a file of its own and named in one table: how records are fetched from them.

Why a harvest is a stream with places in it: a catalogue of a million titles takes hours. Whoever takes it
(`harvesting`) keeps what came and the place up to where it came in one transaction, so that whatever ends it (a power
cut, `kill -9`), the next run goes on there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import Protocol

from kiosk.catalogue.holdings import Item
from kiosk.catalogue.record import MarcRecord
from kiosk.central.catalogue.site import Harvest


@dataclass(frozen=True)
class Found:
    """A record. `id`: by which its source tells later that it is gone; `items`: its copies, None when they stand in the
    record itself."""

    id: str
    record: MarcRecord
    items: tuple[Item, ...] | None = None


@dataclass(frozen=True)
class Deleted:
    """The source has this record no longer."""

    id: str


@dataclass(frozen=True)
class Broken:
    """A record that cannot be read. `where`: its id or its number, as somebody at the source would look for it."""

    where: str
    reason: str


@dataclass(frozen=True)
class Place:
    """All before this is told. `token`: from where to go on after a crash ("": the end is reached); `began`: by the
    source's own clock, when what is listed here was asked for; `total`: how many records there are, if it says."""

    token: str
    began: datetime | None = None
    total: int | None = None


Harvested = Found | Deleted | Broken | Place


class Harvester(Protocol):
    """`since`: only what changed after that, None for everything; `token`: where an earlier run came, "" to begin.

    A source that knows no changes gives everything each time. A token that is no longer good: it begins again, from
    `since`. `Unreachable` or `Refused` when it goes no further; what was given before that stands. `seconds`: for one
    answer, which is then asked for once (somebody waits); None: as long and as often as such systems may need.
    """

    def __call__(
        self, address: str, how: Harvest, since: datetime | None, token: str, seconds: float | None = None
    ) -> Iterator[Harvested]: ...


#: Kind of source: the module beside this one with its `harvest`.
ADAPTERS = {"oai": "oai_pmh", "sru": "sru_import", "koha": "koha_import"}


def harvester(kind: str) -> Harvester:
    """How sources of that kind are harvested."""
    found: Harvester = import_module(f"{__name__}.{ADAPTERS[kind]}").harvest
    return found
