"""Who holds a desk, out of all that was ever claimed: one fold, for central and its tests. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True)
class ClaimSeen:
    """A claim as central sees it. `bound`: it came from the kiosk that is this desk; `start`: corrected for the
    kiosk's clock; `confirmed`: it arrived at once and was held then."""

    id: str
    desk: str
    kiosk: str
    bound: bool
    start: datetime
    until: datetime
    confirmed: bool


@dataclass(frozen=True)
class Held:
    """What became of a claim, and the time it covers."""

    state: Literal["held", "ended", "conflict"]
    since: datetime
    until: datetime


def settle(claims: Sequence[ClaimSeen], left: Mapping[str, datetime]) -> dict[str, Held]:
    """What became of every claim; `left`: when its holder left, by the claim's id.

    The same for every order and every repetition of the same claims, and no two held claims of a desk overlap. What
    was confirmed stands; then the desk's own kiosk comes first, then the earlier, then the lower id. Who has left
    holds nothing any more, so a late word of it makes room.
    """
    settled: dict[str, Held] = {}
    holding: list[ClaimSeen] = []
    for claim in sorted(set(claims), key=_precedence):
        if claim.id in left:
            end = min(max(claim.start, left[claim.id]), claim.until)
            settled[claim.id] = Held("ended", claim.start, end)
        elif any(_overlap(claim, other) for other in holding):
            settled[claim.id] = Held("conflict", claim.start, claim.until)
        else:
            holding.append(claim)
            settled[claim.id] = Held("held", claim.start, claim.until)
    return settled


def _precedence(claim: ClaimSeen) -> tuple[bool, bool, datetime, str]:
    return (not claim.confirmed, not claim.bound and not claim.confirmed, claim.start, claim.id)


def _overlap(one: ClaimSeen, other: ClaimSeen) -> bool:
    return one.desk == other.desk and one.start < other.until and other.start < one.until
