"""A clock that nobody can set: milliseconds since this computer started, and which start that was."""

from __future__ import annotations

import functools
import time
from pathlib import Path

_LINUX = Path("/proc/sys/kernel/random/boot_id")

#: Elsewhere a start is told by its wall-clock time; two readings of it differ by less than this many seconds.
_GRAIN = 10


@functools.cache
def boot() -> str:
    """The name of this start of the computer; after a restart it is another."""
    if _LINUX.exists():
        return _LINUX.read_text().strip()
    return f"at-{round((time.time() - time.monotonic()) / _GRAIN)}"


def ticks() -> int:
    """Milliseconds since this start, time asleep included where the system can tell (CLOCK_BOOTTIME)."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    seconds = time.monotonic() if clock is None else time.clock_gettime(clock)
    return int(seconds * 1000)
