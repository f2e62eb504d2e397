"""When to look at central, and how fast to fetch. Pure.

While the branch is open, people share its line: large files come slowly. While it is closed nobody needs anything:
there is one look in the night, for what was prepared in the evening, and one shortly before the doors open.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from hashlib import sha256

from kiosk.clock import HERE, here
from kiosk.workspaces.hours import Opening

#: Bytes a second of a large file while the branch is open.
POLITE = 256 << 10

#: Central asks for looks this far apart, or further, when nobody here waits for anything (seconds).
QUIET = 30.0

#: The look before the doors open is within this time, the one in the night between these hours.
EARLY = timedelta(minutes=30)
NIGHT, MORNING = time(1), time(5)


def share(kiosk: str) -> float:
    """A number from 0 to 1 that is this kiosk's own, so that a library full of them does not call at once."""
    return int.from_bytes(sha256(kiosk.encode()).digest()[:4], "big") / 2**32


def until_look(now: datetime, poll: float, opening: Opening, share: float) -> float:
    """Seconds until the next look; `poll` is what central asked for."""
    if opening.open or opening.opens is None or poll < QUIET:
        return poll
    early = opening.opens - EARLY * share
    if now >= early:
        return poll
    return max(poll, (min(early, _in_the_night(now, share)) - now).total_seconds())


def speed(opening: Opening) -> float | None:
    """Bytes a second, or None: as fast as it goes."""
    return POLITE if opening.open else None


def _in_the_night(now: datetime, share: float) -> datetime:
    """The next of this kiosk's moments in the night."""
    day = here(now).date()
    moments = [_moment(datetime.combine(day + timedelta(days=ahead), NIGHT, HERE), share) for ahead in (0, 1, 2)]
    return next(moment for moment in moments if moment > now)


def _moment(begin: datetime, share: float) -> datetime:
    return begin + share * timedelta(hours=MORNING.hour - NIGHT.hour)
