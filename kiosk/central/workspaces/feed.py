"""Desks and visits as records; claims and leaves as facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.db.models import QuerySet

from kiosk import wire
from kiosk.central.sync.accepting import Accept, Outcome, Rejected, Told, When
from kiosk.central.sync.source import Source
from kiosk.central.workspaces import models
from kiosk.central.workspaces.holding import RECENT, Holding, desk_record, visit_record

#: Nobody claims a desk for longer.
LONGEST = timedelta(hours=24)

#: After this long nobody waits at the screen for what became of a claim.
ANSWERED = timedelta(minutes=2)


def take(told: Sequence[Told]) -> list[Outcome | Rejected]:
    """Claims and leaves of many kiosks: stored, and their desks settled."""
    claims = [one.fact for one in told if isinstance(one.fact, wire.Claim)]
    left = [one.fact.claim for one in told if isinstance(one.fact, wire.Leave)]
    earliest = min(one.when.received for one in told)
    holding = Holding({fact.desk for fact in claims}, [*(fact.id for fact in claims), *left], earliest)
    outcomes = [_taken(holding, one) for one in told]
    holding.write()
    return outcomes


def _taken(holding: Holding, told: Told) -> Outcome | Rejected:
    try:
        return _claimed(holding, told) if isinstance(told.fact, wire.Claim) else _left(holding, told)
    except Rejected as refusal:
        return refusal


def _claimed(holding: Holding, told: Told) -> Outcome:
    fact, when = told.fact, told.when
    desk = holding.desk(fact.desk, told.kiosk.branch_id)
    if desk is None:
        raise Rejected("no such desk in this branch")
    until = _until(fact, when)
    row = models.Claim(
        id=fact.id,
        desk=desk,
        kiosk=told.kiosk.pk,
        bound=told.kiosk.desk_id == desk.pk,
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


def _left(holding: Holding, told: Told) -> Outcome:
    fact, when = told.fact, told.when
    row = models.Leave(id=fact.id, claim=fact.claim, branch=told.kiosk.branch_id, at=when.happened)
    holding.left(row, when.received)
    return Outcome()


def over(now: datetime) -> QuerySet[models.Visit]:
    """Visits that kiosks are no longer told of."""
    return models.Visit.objects.filter(until__lte=now - RECENT)


def waiting(now: datetime) -> Iterable[str]:
    """The kiosks whose claim may be on somebody's mind."""
    return (
        models.Claim.objects.filter(received__gt=now - ANSWERED).values_list("kiosk", flat=True).order_by().distinct()
    )


TOLD = (models.Claim.objects.all(), models.Leave.objects.all())
SOURCES = {"desks": Source(models.Desk, desk_record), "visits": Source(models.Visit, visit_record, along=("desk",))}
ACCEPTS: dict[type[wire.Fact], Accept] = {wire.Claim: take, wire.Leave: take}
