"""What is free and until when, and why somebody may not have a desk. Pure: `now` is an argument."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import hypot
from typing import Literal

from kiosk.wire import AnyFact, Branch, Claim, Desk, Leave, Visit
from kiosk.workspaces.claims import ClaimSeen, Held, settle
from kiosk.workspaces.hours import Opening, opening

__all__ = [
    "ClaimSeen",
    "Held",
    "Opening",
    "Refusal",
    "Standing",
    "board",
    "may_claim",
    "nearest_free",
    "opening",
    "settle",
    "until",
]

#: A stay shorter than this is no use to anybody, so it is not offered. Clocks of two kiosks differ by less than this:
#: a visit that starts within it counts as already there, one that starts later as kept for somebody.
SHORTEST = timedelta(minutes=15)

#: What the end of a longest stay is rounded to.
ROUND = timedelta(minutes=5)


def nearest_free(desk: Desk, desks: Sequence[Desk], visits: Sequence[Visit], now: datetime) -> Desk | None:
    """Another desk of the branch that is free now: of the same kind and on the same floor first, then the nearest."""

    def far(other: Desk) -> tuple[bool, bool, float, str]:
        distance = hypot(other.x - desk.x, other.y - desk.y)
        return (other.kind != desk.kind, other.floor != desk.floor, distance, other.id)

    taken = {visit.desk for visit in visits if _holds(visit, now)}
    free = [other for other in desks if other.branch == desk.branch and not other.broken and other.id not in taken]
    return min((other for other in free if other.id != desk.id), key=far, default=None)


def until(desk: Desk, branch: Branch, now: datetime, visits: Sequence[Visit] = ()) -> datetime:
    """Until when somebody may have this desk from now: closing time, its longest stay, or the next visit planned
    there, whichever comes first. `now` itself when the branch is closed. A longest stay is rounded up to a time that
    people say."""
    hours = opening(branch, now)
    if not hours.open or hours.closes is None:
        return now
    ends = [hours.closes, *(visit.since for visit in _planned(desk, visits, now))]
    if desk.minutes:
        ends.append(_rounded_up(now + timedelta(minutes=desk.minutes)))
    return min(ends)


def _rounded_up(moment: datetime) -> datetime:
    over = timedelta(minutes=moment.minute, seconds=moment.second, microseconds=moment.microsecond) % ROUND
    return moment + (ROUND - over) % ROUND


@dataclass(frozen=True)
class Refusal:
    """Why not, with what one needs to know next. `at`: for "taken" and "pending" when it comes free, for "closed" when
    the branch opens (None: not known), for "closing_soon" when it closes, for "already_have" until when one has
    `desk`."""

    code: Literal["closed", "already_have", "broken", "pending", "taken", "closing_soon"]
    at: datetime | None = None
    desk: str = ""


def may_claim(
    desk: Desk,
    branch: Branch,
    visits: Sequence[Visit],
    waiting_facts: Sequence[AnyFact],
    now: datetime,
    mine: str = "",
) -> Refusal | None:
    """Why somebody at this kiosk may not have that desk now, or None.

    `visits`: at least those of this desk, and that of `mine`; `waiting_facts`: what this kiosk has not yet told
    central; `mine`: the claim of whoever is at the screen now, if any.
    """
    hours = opening(branch, now)
    if not hours.open:
        return Refusal("closed", hours.opens)
    here_first = _known(visits, waiting_facts, now)
    own = next((visit for visit in here_first if visit.id == mine), None)
    if own is not None:
        return Refusal("already_have", own.until, own.desk)
    if desk.broken:
        return Refusal("broken")
    if taken := _longest(desk, here_first, now):
        return Refusal("taken" if taken in visits else "pending", taken.until)
    if hours.closes is not None and hours.closes - now < SHORTEST:
        return Refusal("closing_soon", hours.closes)
    return None


@dataclass(frozen=True)
class Standing:
    """How a desk stands, as one sees it on the plan. `at`: until when it is free or taken, when the branch opens for
    "closed", None for "broken"."""

    state: Literal["free", "until", "taken", "broken", "yours", "provisional", "closed"]
    at: datetime | None = None


def board(
    desks: Sequence[Desk],
    branch: Branch,
    visits: Sequence[Visit],
    waiting_facts: Sequence[AnyFact],
    now: datetime,
    mine: str = "",
) -> dict[str, Standing]:
    """How every desk stands, by its id. "until": free, but not till closing. "provisional": claimed by whoever is at
    the screen now, but central has not said so."""
    hours = opening(branch, now)
    known = _known(visits, waiting_facts, now)
    return {desk.id: _standing(desk, branch, hours, known, visits, now, mine) for desk in desks}


def _standing(
    desk: Desk,
    branch: Branch,
    hours: Opening,
    known: Sequence[Visit],
    confirmed: Collection[Visit],
    now: datetime,
    mine: str,
) -> Standing:
    own = next((visit for visit in known if visit.id == mine and visit.desk == desk.id), None)
    if own is not None:
        return Standing("yours" if own in confirmed else "provisional", own.until)
    if desk.broken:
        return Standing("broken")
    if taken := _longest(desk, known, now):
        return Standing("taken", taken.until)
    if not hours.open:
        return Standing("closed", hours.opens)
    ends = until(desk, branch, now, known)
    return Standing("free" if ends == hours.closes else "until", ends)


def _known(visits: Sequence[Visit], waiting_facts: Sequence[AnyFact], now: datetime) -> list[Visit]:
    """The held visits as this kiosk knows them: what it did itself and could not yet tell is in it."""
    left = {fact.claim for fact in waiting_facts if isinstance(fact, Leave)}
    seen = {visit.id: visit for visit in visits}
    for fact in waiting_facts:
        if isinstance(fact, Claim) and fact.id not in seen:
            seen[fact.id] = Visit(id=fact.id, branch="", desk=fact.desk, kiosk="", since=now, until=fact.until)
    return [visit for visit in seen.values() if visit.id not in left and visit.state == "held" and visit.until > now]


def _holds(visit: Visit, now: datetime) -> bool:
    return visit.state == "held" and visit.until > now and visit.since < now + SHORTEST


def _longest(desk: Desk, visits: Sequence[Visit], now: datetime) -> Visit | None:
    """The visit that holds this desk longest from now."""
    holding = [visit for visit in visits if visit.desk == desk.id and _holds(visit, now)]
    return max(holding, key=lambda visit: visit.until, default=None)


def _planned(desk: Desk, visits: Sequence[Visit], now: datetime) -> list[Visit]:
    """What is kept for somebody on this desk later."""
    return [
        visit for visit in visits if visit.desk == desk.id and visit.state == "held" and visit.since >= now + SHORTEST
    ]
