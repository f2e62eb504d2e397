"""Who holds a desk: derives visits from claims and leaves, by `kiosk.workspaces.rules`. Called inside a transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from kiosk import wire
from kiosk.central.sync.accepting import Outcome
from kiosk.central.sync.rows import insert
from kiosk.central.workspaces.models import Claim, Desk, Leave, Visit
from kiosk.workspaces import rules

#: Kiosks are no longer told of a visit that was over before this; its claim is kept.
RECENT = timedelta(days=1)

#: How far back claims are looked at that competed with others that competed with recent ones.
COMPETING = timedelta(days=3)


def settle(desk: Desk, now: datetime) -> None:
    """Bring the visits of that desk in line with its claims."""
    holding = Holding([desk.pk], [], now)
    holding.settle(desk, now)
    holding.write()


class Holding:
    """Some desks, locked, and all that decides who holds them. What comes is settled here, in its order; `write` then
    brings the database in line at once.

    `desks`: ids of those that are claimed; `claims`: ids of those that come or are left (their desks are locked, too);
    `since`: nothing comes that was received before.
    """

    def __init__(self, desks: Collection[str], claims: Collection[str], since: datetime) -> None:
        self._desk_of = dict(Claim.objects.filter(pk__among=claims).values_list("pk", "desk"))
        wanted = {*desks, *self._desk_of.values()}
        # In the same order by everybody, so that no two wait for each other
        locked = Desk.objects.select_for_update().filter(pk__in=wanted).order_by("pk") if wanted else ()
        self._desks = {desk.pk: desk for desk in locked}
        self._claims: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in Claim.objects.filter(desk__in=list(self._desks), until__gt=since - RECENT - COMPETING):
            self._claims[claim.desk_id].append(claim)
        known = {*claims, *(claim.pk for here in self._claims.values() for claim in here)}
        #: When who made a claim left, as they said first; by branch and claim.
        self._left: dict[tuple[str, str], datetime] = {}
        for leave in Leave.objects.filter(claim__among=known):
            self._leave(leave)
        self._visits = Visit.objects.select_related("desk").in_bulk(known)
        self._around: dict[str, dict[str, Visit]] = {}
        self._changed: dict[str, Visit] = {}
        self._settled: set[str] = set()
        self._now = since
        self._new_claims: list[Claim] = []
        self._new_leaves: list[Leave] = []

    def desk(self, id: str, branch: str) -> Desk | None:
        """That desk, if it is one of the branch's."""
        desk = self._desks.get(id)
        return desk if desk is not None and desk.branch_id == branch else None

    def claimed(self, claim: Claim) -> Outcome:
        """Take a claim and settle its desk. A claim that came at once and is held then stands from now on."""
        claims = self._claims[claim.desk_id]
        claims.append(claim)
        self._new_claims.append(claim)
        self._desk_of[claim.pk] = claim.desk_id
        if not claim.late:
            outcomes = self._outcomes(claim.desk, _reaching(claims, claim.start))
            claim.confirmed = outcomes[claim.pk].state == "held"
        self.settle(claim.desk, claim.received)
        visit = self._visits.get(claim.pk)
        return Outcome() if visit is None or visit.state != "conflict" else Outcome("conflict", visit.other)

    def left(self, leave: Leave, now: datetime) -> None:
        """Take it that somebody left, and settle the desk; a leave that comes before its claim waits for it."""
        self._new_leaves.append(leave)
        self._leave(leave)
        desk = self.desk(self._desk_of.get(leave.claim, ""), leave.branch)
        if desk is not None:
            self.settle(desk, now)

    def settle(self, desk: Desk, now: datetime) -> None:
        """Bring the visits of that desk in line with its claims; who loses comes first, as others look at who holds."""
        held = self._outcomes(desk, _reaching(self._claims[desk.pk], now - RECENT))
        told = [pk for pk in held if held[pk].until > now - RECENT]
        for pk in sorted(told, key=lambda pk: (held[pk].state == "held", pk)):
            self._show(pk, desk, held[pk], now)
        self._settled.add(desk.pk)
        self._now = max(self._now, now)

    def write(self) -> None:
        """Bring the database in line; who loses is published first, so that no two held visits ever meet."""
        insert(Claim, [vars(claim) for claim in self._new_claims])
        insert(Leave, [vars(leave) for leave in self._new_leaves])
        for held in (False, True):
            rows = [visit for visit in self._changed.values() if (visit.state == "held") == held]
            if rows:
                Visit.objects.publish(rows)
        Visit.objects.filter(desk__in=self._settled, until__lte=self._now - RECENT).delete()

    def _leave(self, leave: Leave) -> None:
        place = leave.branch, leave.claim
        self._left[place] = min(leave.at, self._left.get(place, leave.at))

    def _outcomes(self, desk: Desk, claims: Iterable[Claim]) -> dict[str, rules.Held]:
        seen = [_seen(claim) for claim in claims]
        left = {one.id: self._left[desk.branch_id, one.id] for one in seen if (desk.branch_id, one.id) in self._left}
        return rules.settle(seen, left)

    def _show(self, pk: str, desk: Desk, held: rules.Held, now: datetime) -> None:
        """Publish a visit, unless kiosks know it so already."""
        visit = self._visits.get(pk)
        if visit is not None and (visit.since, visit.until, visit.state) == (held.since, held.until, held.state):
            return
        if visit is None:
            visit = Visit(id=pk, kiosk=next(claim.kiosk for claim in self._claims[desk.pk] if claim.pk == pk))
        visit.desk, visit.since, visit.until, visit.state = desk, held.since, held.until, held.state
        visit.other = self._free_instead(desk, now) if held.state == "conflict" else ""
        self._visits[pk] = self._changed[pk] = visit

    def _free_instead(self, desk: Desk, now: datetime) -> str:
        """The nearest desk of the branch that is free, or ""."""
        if desk.branch_id not in self._around:
            held = Visit.objects.filter(scope=desk.branch_id, state="held", until__gt=now).select_related("desk")
            self._around[desk.branch_id] = {visit.pk: visit for visit in held}
        around = [*{**self._around[desk.branch_id], **self._visits}.values()]
        visits = [visit_record(row) for row in around if row.state == "held" and row.desk.branch_id == desk.branch_id]
        desks = [desk_record(row) for row in Desk.objects.filter(branch=desk.branch_id)]
        free = rules.nearest_free(desk_record(desk), desks, visits, now)
        return "" if free is None else free.id


def _reaching(claims: Iterable[Claim], since: datetime) -> list[Claim]:
    """Those that reach beyond a moment, and those that decided which of them are held (none is over a day)."""
    return [claim for claim in claims if claim.until > since - COMPETING]


def _seen(claim: Claim) -> rules.ClaimSeen:
    return rules.ClaimSeen(
        id=claim.pk,
        desk=claim.desk_id,
        kiosk=claim.kiosk,
        bound=claim.bound,
        start=claim.start,
        until=claim.until,
        confirmed=claim.confirmed,
    )


def desk_record(row: Desk) -> wire.Desk:
    """The desk as kiosks know it."""
    return wire.Desk(
        id=row.id,
        branch=row.branch_id,
        name=row.name,
        kind=row.kind,  # type: ignore[arg-type]
        floor=row.floor,
        x=row.x,
        y=row.y,
        word_above=row.word_above,
        minutes=row.minutes,
        broken=row.broken,
        zone=row.zone,
    )


def visit_record(row: Visit) -> wire.Visit:
    """The visit as kiosks know it."""
    return wire.Visit(
        id=row.id,
        branch=row.scope,
        desk=row.desk_id,
        kiosk=row.kiosk,
        since=row.since,
        until=row.until,
        state=row.state,  # type: ignore[arg-type]
        other=row.other,
    )
