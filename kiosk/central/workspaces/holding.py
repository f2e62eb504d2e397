"""Who holds a desk: derives its visits from its claims, by `kiosk.workspaces.rules`. Called inside a transaction that
has locked the desk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from kiosk import wire
from kiosk.central.sync.accepting import Outcome
from kiosk.central.workspaces.models import Claim, Desk, Leave, Visit
from kiosk.workspaces import rules

#: Kiosks are no longer told of a visit that was over before this; its claim is kept.
RECENT = timedelta(days=1)

#: How far back claims are looked at that competed with others that competed with recent ones.
COMPETING = timedelta(days=3)


def claimed(claim: Claim) -> Outcome:
    """Store a claim and settle its desk. A claim that came at once and is held then stands from now on."""
    claims = [*_claims(claim.desk, claim.received - RECENT), claim]
    left = _left(claim.desk, claims)
    if not claim.late:
        claim.confirmed = _outcomes(_reaching(claims, claim.start), left)[claim.pk].state == "held"
    claim.save(force_insert=True)
    visit = _settle(claim.desk, _reaching(claims, claim.received - RECENT), left, claim.received).get(claim.pk)
    return Outcome() if visit is None or visit.state != "conflict" else Outcome("conflict", visit.other)


def settle(desk: Desk, now: datetime) -> None:
    """Bring the visits of that desk in line with its claims."""
    claims = _claims(desk, now - RECENT)
    _settle(desk, claims, _left(desk, claims), now)


def _settle(desk: Desk, claims: list[Claim], left: Mapping[str, datetime], now: datetime) -> dict[str, Visit]:
    """The visits that kiosks are told of, by id; who loses is published first, so that no two held ones ever meet."""
    held = _outcomes(claims, left)
    told = [claim for claim in claims if held[claim.pk].until > now - RECENT]
    known = Visit.objects.in_bulk([claim.pk for claim in told])
    visits = {claim.pk: known.get(claim.pk) or Visit(id=claim.pk, kiosk=claim.kiosk) for claim in told}
    for pk in sorted(visits, key=lambda pk: (held[pk].state == "held", pk)):
        visits[pk].desk = desk
        _show(visits[pk], held[pk], now)
    Visit.objects.filter(desk=desk, until__lte=now - RECENT).delete()
    return visits


def _claims(desk: Desk, since: datetime) -> list[Claim]:
    """The claims that reach beyond a moment, and those that decided which of them are held (none is over a day)."""
    return list(desk.claims.filter(until__gt=since - COMPETING))


def _reaching(claims: Iterable[Claim], since: datetime) -> list[Claim]:
    """The same, out of some that are here."""
    return [claim for claim in claims if claim.until > since - COMPETING]


def _left(desk: Desk, claims: Iterable[Claim]) -> dict[str, datetime]:
    """When their holders left, as they said first; by the claim's id."""
    leaves = Leave.objects.filter(claim__in=[claim.pk for claim in claims], branch=desk.branch_id).order_by("-at")
    return {leave.claim: leave.at for leave in leaves}


def _outcomes(claims: Iterable[Claim], left: Mapping[str, datetime]) -> dict[str, rules.Held]:
    seen = [
        rules.ClaimSeen(
            id=claim.pk,
            desk=claim.desk_id,
            kiosk=claim.kiosk,
            bound=claim.bound,
            start=claim.start,
            until=claim.until,
            confirmed=claim.confirmed,
        )
        for claim in claims
    ]
    return rules.settle(seen, left)


def _show(visit: Visit, held: rules.Held, now: datetime) -> None:
    """Publish a visit, unless kiosks know it so already."""
    if (visit.since, visit.until, visit.state) == (held.since, held.until, held.state):
        return
    visit.since, visit.until, visit.state = held.since, held.until, held.state
    visit.other = _free_instead(visit.desk, now) if held.state == "conflict" else ""
    visit.save()


def _free_instead(desk: Desk, now: datetime) -> str:
    """The nearest desk of the branch that is free, or ""."""
    desks = [desk_record(row) for row in Desk.objects.filter(branch=desk.branch_id)]
    held = Visit.objects.filter(scope=desk.branch_id, state="held", until__gt=now).select_related("desk")
    free = rules.nearest_free(desk_record(desk), desks, [visit_record(row) for row in held], now)
    return "" if free is None else free.id


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
