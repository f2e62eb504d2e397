"""How an area takes a fact: the words between `sync` and every area's `feed.py`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from kiosk.wire import Sent

#: A fact older than this on arrival was kept while the kiosk could not reach central.
AT_ONCE = timedelta(seconds=10)

#: No kiosk keeps a fact for longer; an older age is nonsense.
OLDEST = timedelta(days=400)

#: No clock says another year; not every database keeps them.
EARLIEST, LATEST = 1900, 9000

#: Clocks that differ by less are the same.
SAME_CLOCK = timedelta(minutes=1)


@dataclass(frozen=True)
class When:
    """When a fact happened, by central's clock. `ahead`: how far the kiosk's clock was ahead then, as far as known."""

    happened: datetime
    received: datetime
    late: bool
    ahead: timedelta = timedelta()


@dataclass(frozen=True)
class Outcome:
    """What became of a fact that central keeps."""

    status: Literal["stored", "conflict"] = "stored"
    other: str = ""


@dataclass(frozen=True)
class Told:
    """A fact, the kiosk that told it, and when it happened."""

    kiosk: Any
    fact: Any
    when: When


class Rejected(Exception):
    """Central can never use this fact. `reason` is for staff and logs; `detail` may repeat what was sent, and goes back
    to the kiosk only."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.reason, self.detail = reason, detail

    def told(self) -> str:
        """What the kiosk is told."""
        return f"{self.reason}: {self.detail}" if self.detail else self.reason


#: A function of an area that takes some facts of several kinds, none twice, and comes to the same as one by one, in
#: their order. What it refuses leaves no trace; whatever it raises means that nothing was done.
Accept = Callable[[Sequence[Told]], Sequence[Outcome | Rejected]]


def when(sent: Sent, received: datetime) -> When:
    """The true time of a fact: receipt less its age. Without an age: the kiosk's clock, but never in the future (then
    that clock was ahead by as much at least)."""
    if sent.at.tzinfo is None:
        raise Rejected("the time has no zone")
    if not EARLIEST < sent.at.year < LATEST:
        raise Rejected("a value is out of bounds")
    age = sent.age_ms
    if age is None:
        return When(min(sent.at, received), received, late=True, ahead=max(sent.at - received, timedelta()))
    if not 0 <= age <= OLDEST / timedelta(milliseconds=1):
        raise Rejected("the age is impossible")
    happened = received - timedelta(milliseconds=age)
    ahead = sent.at - happened
    late = received - happened > AT_ONCE
    return When(happened, received, late, ahead if abs(ahead) > SAME_CLOCK else timedelta())
