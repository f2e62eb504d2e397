"""When a branch is open. Pure; every answer is in UTC, so that both clock changes come out right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from kiosk.clock import HERE, here
from kiosk.wire import Branch, Hours, OtherHours, Words

#: How far ahead a branch's next opening is looked for.
HORIZON = timedelta(days=400)


@dataclass(frozen=True)
class Opening:
    """Whether a branch is open, and the period it is open in now or next (None: it opens no more within HORIZON).

    `reason`: why today differs from the week, if anybody said so.
    """

    open: bool
    opens: datetime | None = None
    closes: datetime | None = None
    reason: Words = field(default_factory=dict)


def opening(branch: Branch, at: datetime) -> Opening:
    """The hours that hold at that moment, those of single dates before those of the week."""
    today = here(at).date()
    reason = next((other.reason for other in branch.other_hours if other.date == today), {})
    for opens, closes in _periods(branch, today - timedelta(days=1)):
        if at < closes:
            return Opening(opens <= at, opens, closes, reason)
    return Opening(False, reason=reason)


def following(branch: Branch, now: Opening) -> Opening:
    """The period after the one that is on now or next; without hours when there is none."""
    return opening(branch, now.closes) if now.closes else Opening(False)


def _periods(branch: Branch, first: date) -> Iterator[tuple[datetime, datetime]]:
    for ahead in range(HORIZON.days):
        day = first + timedelta(days=ahead)
        yield from sorted(_period(day, hours) for hours in _on(branch, day) if hours.opens)


def _on(branch: Branch, day: date) -> list[Hours] | list[OtherHours]:
    others = [other for other in branch.other_hours if other.date == day]
    return others or [hours for hours in branch.hours if hours.day == day.weekday()]


def _period(day: date, hours: Hours | OtherHours) -> tuple[datetime, datetime]:
    opens, closes = _moment(day, hours.opens), _moment(day, hours.closes)
    return opens, closes if closes > opens else _moment(day + timedelta(days=1), hours.closes)


def _moment(day: date, text: str) -> datetime:
    # Two times of one zone are compared by their wall clocks, an hour wrong across a change: hence UTC, at once
    return datetime.combine(day, time.fromisoformat(text.replace("24:", "00:")), HERE).astimezone(UTC)
