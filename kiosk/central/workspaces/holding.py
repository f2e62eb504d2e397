"""Who holds a desk: derives its visits from its claims, by `kiosk.workspaces.rules`. Called inside a transaction that
has locked the desk."""

from __future__ import annotations

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
    claim.save(force_insert=True)
    if not claim.late and _outcomes(claim.desk, claim.start)[claim.pk].state == "held":
        claim.confirmed = True
        claim.save(update_fields=["confirmed"])
    settle(claim.desk, claim.received)
    visit = Visit.objects.filter(pk=claim.pk, state="conflict").first()
    return Outcome() if visit is None else Outcome("conflict", visit.other)


def settle(desk: Desk, now: datetime) -> None:
    """Bring the visits of that desk in line with its claims; who loses first, so that no two held ones ever meet."""
    claims = {claim.pk: claim for claim in _claims(desk, now - RECENT)}
    held = _outcomes(desk, now - RECENT)
    for pk in sorted(claims, key=lambda pk: (held[pk].state == "held", pk)):
        if held[pk].until > now - RECENT:
            _show(claims[pk], held[pk], now)
    Visit.objects.filter(desk=desk, until__lte=now - RECENT).delete()


def _claims(desk: Desk, since: datetime) -> list[Claim]:
    """The claims that reach beyond a moment, and those that decided which of them are held (none is over a day)."""
    return list(desk.claims.filter(until__gt=since - COMPETING))


def _outcomes(desk: Desk, since: datetime) -> dict[str, rules.Held]:
    claims = _claims(desk, since)
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
    leaves = Leave.objects.filter(claim__in=[claim.pk for claim in claims], branch=desk.branch_id).order_by("-at")
    return rules.settle(seen, {leave.claim: leave.at for leave in leaves})


def _show(claim: Claim, held: rules.Held, now: datetime) -> None:
    """Publish the visit of a claim, unless kiosks know it so already."""
    known = Visit.objects.filter(pk=claim.pk).first()
    visit = known or Visit(id=claim.pk, desk=claim.desk, kiosk=claim.kiosk)
    before = (visit.since, visit.until, visit.state) if known else None
    if before == (held.since, held.until, held.state):
        return
    visit.since, visit.until, visit.state = held.since, held.until, held.state
    visit.other = _free_instead(claim.desk, now) if held.state == "conflict" else ""
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
