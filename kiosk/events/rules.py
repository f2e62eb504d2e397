"""Which activities are shown, and in which order. Pure: `now` is an argument."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from kiosk.clock import here
from kiosk.wire import Event

#: How many of the next activities Start shows.
SOON = 3

#: How many days ahead the programme goes, today included.
DAYS = 7


def soon(events: Iterable[Event], branch: str, now: datetime) -> list[Event]:
    """The next activities of today in that branch that take place, those under way included."""
    today = here(now).date()
    here_today = [event for event in week(events, branch, now) if here(event.starts).date() == today]
    return [event for event in here_today if not event.cancelled][:SOON]


def week(events: Iterable[Event], branch: str, now: datetime) -> list[Event]:
    """What is not over yet, from now to the end of the seventh day, in that branch or ("") everywhere, in order of
    time. What was called off is among it, so that nobody comes for nothing."""
    last = here(now).date() + timedelta(days=DAYS)
    wanted = [event for event in events if event.ends > now and here(event.starts).date() < last]
    return sorted(
        (event for event in wanted if branch in ("", event.branch)), key=lambda event: (event.starts, event.id)
    )
