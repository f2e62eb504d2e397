"""What visitors read about a branch's hours, day by day, for staff who change them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from kiosk.central.fleet.week import Week
from kiosk.central.words import SHOWN

#: Days that are shown, beside those that differ from the week.
AHEAD = 7


@dataclass(frozen=True)
class DayShown:
    """One day. `periods`: "10.00 – 18.00"; none: closed. `reason`: by language, with whether it is Dutch for want of
    another."""

    date: date
    today: bool
    other: bool
    periods: list[str]
    reason: list[tuple[str, str, str, bool]]


def days(week: Week, others: Sequence[Any], today: date) -> list[DayShown]:
    """The next days, and later ones that differ from the week. `others`: rows of OtherHours, saved or not."""
    known = [other for other in others if other.date]
    near = {today + timedelta(days=ahead) for ahead in range(AHEAD)}
    return [
        _day(day, week, known, today) for day in sorted(near | {other.date for other in known if other.date >= today})
    ]


def _day(day: date, week: Week, others: Sequence[Any], today: date) -> DayShown:
    own = [other for other in others if other.date == day]
    held = [(other.opens, other.closes) for other in own if other.opens and other.closes]
    periods = held if own else week.get(day.weekday(), [])
    reason: dict[str, str] = next((other.reason for other in own if other.reason), {})
    return DayShown(day, day == today, bool(own), [_period(*period) for period in sorted(periods)], in_all(reason))


def _period(opens: Any, closes: Any) -> str:
    return f"{opens:%H.%M} – {closes:%H.%M}"


def in_all(words: dict[str, str]) -> list[tuple[str, str, str, bool]]:
    """A text as each reader gets it: language code, name, text, and whether it is Dutch for want of a translation."""
    if not words:
        return []
    dutch = words.get("nl", "")
    return [(code, name, words.get(code) or dutch, code not in words) for code, name in SHOWN.items()]
