"""The time, in one place, so that a demo at midnight can play an afternoon."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

#: Every branch stands in this zone; what travels is UTC.
HERE = ZoneInfo("Europe/Amsterdam")

#: Seconds that all programs of one demo are ahead of the real time.
OFFSET_VARIABLE = "WEGWIJS_CLOCK_OFFSET"

_offset = timedelta(seconds=float(os.environ.get(OFFSET_VARIABLE) or 0))


def now() -> datetime:
    """This moment in UTC, to the millisecond (finer than that never travels)."""
    moment = datetime.now(UTC) + _offset
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def here(moment: datetime) -> datetime:
    """The same moment on the wall clock of the branch."""
    return moment.astimezone(HERE)


def wall(moment: datetime) -> datetime:
    """The wall clock of the branch without a zone: what QML gets, so that it shows the same on a computer set to
    another zone (a JavaScript date is always in the computer's own)."""
    return here(moment).replace(tzinfo=None)
