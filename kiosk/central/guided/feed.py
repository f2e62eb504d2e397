"""Asks and withdrawals as facts; replies as records."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from kiosk import wire
from kiosk.central.fleet.models import Kiosk
from kiosk.central.guided.models import Ask, Withdraw
from kiosk.central.sync.accepting import Accept, Outcome, Rejected, When
from kiosk.central.sync.source import Source

#: An ask that is older when it arrives is history: nobody is sent to a seat that is empty by now.
HISTORY = timedelta(minutes=15)

#: How long kiosks go on hearing of an ask that is closed.
REMEMBERED = timedelta(days=2)

OPEN = ("open", "coming")


def ask(kiosk: Kiosk, fact: wire.Ask, when: When) -> Outcome:
    """Show the ask to volunteers, unless it is history or was withdrawn before it came."""
    if len(fact.seat) > 100 or len(fact.screen) > 60:
        raise Rejected("the seat or the screen has too long a name")
    over = when.received - when.happened > HISTORY
    down = Withdraw.objects.filter(ask=fact.id, branch=kiosk.branch_id).exists()
    state = "withdrawn" if over or down else "open"
    Ask(id=fact.id, kiosk=kiosk, seat=fact.seat, screen=fact.screen, asked=when.happened, state=state).save()
    # This one too, if it is so old: in whatever order they come
    Ask.objects.filter(scope=kiosk.branch_id, asked__lt=when.received - REMEMBERED).exclude(state__in=OPEN).delete()
    return Outcome()


def withdraw(kiosk: Kiosk, fact: wire.Withdraw, when: When) -> Outcome:
    """Take the hand down; a withdrawal that comes before its ask waits for it."""
    Withdraw.objects.create(id=fact.id, ask=fact.ask, branch=kiosk.branch_id)
    if Ask.objects.filter(pk=fact.ask, scope=kiosk.branch_id).exists():
        Ask.move(fact.ask, OPEN, "withdrawn")
    return Outcome()


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


def waiting(now: datetime) -> Iterable[str]:
    """The kiosks at which somebody waits for a helper."""
    return Ask.objects.filter(state__in=OPEN).values_list("kiosk_id", flat=True)


SOURCES = {"replies": Source(Ask, reply)}
ACCEPTS: dict[type[wire.Fact], Accept] = {wire.Ask: ask, wire.Withdraw: withdraw}
