"""Asks and withdrawals as facts; replies as records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.db.models import QuerySet

from kiosk import wire
from kiosk.central.guided.models import Ask, Withdraw
from kiosk.central.sync.accepting import Accept, Outcome, Rejected, Told
from kiosk.central.sync.rows import insert
from kiosk.central.sync.source import Source

#: An ask that is older when it arrives is history: nobody is sent to a seat that is empty by now.
HISTORY = timedelta(minutes=15)

#: How long kiosks go on hearing of an ask that is closed.
REMEMBERED = timedelta(days=2)

#: For longer nobody waits at a screen.
AWAITED = timedelta(hours=2)

OPEN = ("open", "coming")


def take(told: Sequence[Told]) -> list[Outcome | Rejected]:
    """Asks and withdrawals of many kiosks."""
    refusals = [_refusal(one.fact) for one in told]
    good = [one for one, refusal in zip(told, refusals, strict=True) if refusal is None]
    _take_down([one for one in good if isinstance(one.fact, wire.Withdraw)])
    _put_up([one for one in good if isinstance(one.fact, wire.Ask)])
    return [refusal or Outcome() for refusal in refusals]


def _refusal(fact: wire.Fact) -> Rejected | None:
    if isinstance(fact, wire.Ask) and (len(fact.seat) > 100 or len(fact.screen) > 60):
        return Rejected("the seat or the screen has too long a name")
    return None


def _row(told: Told, down: bool) -> Ask:
    fact, when = told.fact, told.when
    state = "withdrawn" if down or when.received - when.happened > HISTORY else "open"
    return Ask(id=fact.id, kiosk=told.kiosk, seat=fact.seat, screen=fact.screen, asked=when.happened, state=state)


def _forget(branches: Iterable[str], now: datetime) -> None:
    """One that just came too, if it is so old: in whatever order they come."""
    over(now).filter(scope__in=branches).delete()


def _take_down(told: Sequence[Told]) -> None:
    """The asks that were there before; those of the same group come after this, and find that they are withdrawn."""
    downs = [{"id": one.fact.id, "ask": one.fact.ask, "branch": one.kiosk.branch_id} for one in told]
    insert(Withdraw, downs)
    places = {(down["ask"], down["branch"]) for down in downs}
    rows = [row for row in _locked([down["ask"] for down in downs]) if (row.pk, row.scope) in places]
    for row in rows:
        row.state = "withdrawn"
    if rows:
        Ask.objects.publish(rows)


def _locked(asks: Sequence[str]) -> Iterable[Ask]:
    open_ones = Ask.objects.filter(pk__among=asks, state__in=OPEN).order_by("pk").select_related("kiosk")
    return open_ones.select_for_update(of=("self",)) if asks else ()


def _put_up(told: Sequence[Told]) -> None:
    if told:
        downs = Withdraw.objects.filter(ask__among=[one.fact.id for one in told]).values_list("ask", "branch")
        down = set(downs)
        Ask.objects.add([_row(one, (one.fact.id, one.kiosk.branch_id) in down) for one in told])
        _forget({one.kiosk.branch_id for one in told}, max(one.when.received for one in told))


def reply(row: Ask) -> wire.Reply:
    """What the kiosk shows to whoever asked."""
    return wire.Reply(
        id=row.id,
        branch=row.scope,
        kiosk=row.kiosk_id,
        seat=row.seat,
        asked=row.asked,
        state=row.state,  # type: ignore[arg-type]
        helper=row.helper,
        coming=row.coming,
    )


def over(now: datetime) -> QuerySet[Ask]:
    """Asks that are old, also those that nobody closed."""
    return Ask.objects.filter(asked__lt=now - REMEMBERED)


def waiting(now: datetime) -> Iterable[str]:
    """The kiosks at which somebody waits for a helper. Whose power went cannot say that nobody does any more."""
    return (
        Ask.objects.filter(state__in=OPEN, asked__gt=now - AWAITED)
        .values_list("kiosk_id", flat=True)
        .order_by()
        .distinct()
    )


TOLD = (Withdraw.objects.all(),)
SOURCES = {"replies": Source(Ask, reply)}
ACCEPTS: dict[type[wire.Fact], Accept] = {wire.Ask: take, wire.Withdraw: take}
