"""Desks and visits as records; claims and leaves as facts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from kiosk import wire
from kiosk.central.fleet.models import Kiosk
from kiosk.central.sync.accepting import Accept, Outcome, Rejected, When
from kiosk.central.sync.source import Source
from kiosk.central.workspaces import holding, models
from kiosk.central.workspaces.holding import desk_record, visit_record

#: Nobody claims a desk for longer.
LONGEST = timedelta(hours=24)

#: After this long nobody waits at the screen for what became of a claim.
ANSWERED = timedelta(minutes=2)


def claim(kiosk: Kiosk, fact: wire.Claim, when: When) -> Outcome:
    """Store the claim and settle its desk."""
    desk = models.Desk.objects.select_for_update().filter(pk=fact.desk, branch=kiosk.branch_id).first()
    if desk is None:
        raise Rejected("no such desk in this branch")
    until = _until(fact, when)
    row = models.Claim(
        id=fact.id,
        desk=desk,
        kiosk=kiosk.pk,
        bound=kiosk.desk_id == desk.pk,
        start=when.happened,
        until=until,
        late=when.late,
        received=when.received,
    )
    return holding.claimed(row)


def _until(fact: wire.Claim, when: When) -> datetime:
    if fact.until.tzinfo is None:
        raise Rejected("the end has no zone")
    until = fact.until - when.ahead
    if not when.happened < until <= when.happened + LONGEST:
        raise Rejected("the end is not within a day after the start")
    return until


def leave(kiosk: Kiosk, fact: wire.Leave, when: When) -> Outcome:
    """Store that somebody left, and settle the desk; a leave that comes before its claim waits for it."""
    models.Leave.objects.create(id=fact.id, claim=fact.claim, branch=kiosk.branch_id, at=when.happened)
    desk = models.Desk.objects.select_for_update().filter(claims=fact.claim, branch=kiosk.branch_id).first()
    if desk is not None:
        holding.settle(desk, when.received)
    return Outcome()


def waiting(now: datetime) -> Iterable[str]:
    """The kiosks whose claim may be on somebody's mind."""
    return models.Claim.objects.filter(received__gt=now - ANSWERED).values_list("kiosk", flat=True)


SOURCES = {"desks": Source(models.Desk, desk_record), "visits": Source(models.Visit, visit_record, along=("desk",))}
ACCEPTS: dict[type[wire.Fact], Accept] = {wire.Claim: claim, wire.Leave: leave}
