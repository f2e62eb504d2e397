"""What a look at the heads shows: how far every feed is, and who waits for an answer."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from django.db.models import Q

from kiosk.central.sync import deltas
from kiosk.central.sync.areas import WAITING
from kiosk.central.sync.cursors import Place, place
from kiosk.central.sync.models import Epoch, Head, Key
from kiosk.wire import FEEDS, SERVICE, Heads

#: Seconds until the next look: while somebody waits for an answer, and otherwise.
SOON, LATER = 2.0, 30.0


@dataclass(frozen=True)
class Outlook:
    """`revs`: how far each feed is sealed; `waiting`: the kiosks at which somebody waits; `blocked`: the keys (theirs
    in the database) that staff blocked, or whose disk was copied."""

    epoch: int
    revs: dict[Place, int]
    waiting: frozenset[str]
    blocked: frozenset[int]
    _told: dict[tuple[str, float], tuple[dict[str, str], str]] = field(default_factory=dict)

    def heads(self, branch: str, kiosk: str, moment: datetime) -> tuple[Heads, str]:
        """What that kiosk of that branch sees, and the tag that stays the same as long as that does."""
        pause = SOON if kiosk in self.waiting else LATER
        told = self._told.get((branch, pause))
        if told is None:
            told = self._told[branch, pause] = self._cursors(branch, pause)
        return Heads(service=SERVICE, now=moment, heads=told[0], poll_after=pause), told[1]

    def _cursors(self, branch: str, pause: float) -> tuple[dict[str, str], str]:
        cursors = {feed: f"e{self.epoch}-{self.revs.get(place(feed, branch), 0)}" for feed in FEEDS}
        tag = sha256(f"{sorted(cursors.items())} {pause}".encode()).hexdigest()[:16]
        return cursors, f'"h-{tag}"'


def outlook(moment: datetime, branches: Collection[str] | None = None) -> Outlook:
    """As it is now, for these branches or for all. Feeds that changed are sealed first."""
    rows = Head.objects.filter(feed__in=FEEDS)
    if branches is not None:
        rows = rows.filter(scope__in=["", *branches])
    revs = {}
    for feed, scope, rev, sealed in rows.values_list("feed", "scope", "rev", "sealed"):
        where = Place(feed, scope)
        revs[where] = rev if rev == sealed else deltas.seal(where)
    waiting = frozenset(kiosk for area in WAITING for kiosk in area(moment))
    bad = Key.objects.filter(Q(revoked__isnull=False) | Q(cloned__isnull=False)).exclude(kiosk=None)
    return Outlook(Epoch.current(), revs, waiting, frozenset(bad.values_list("pk", flat=True)))
