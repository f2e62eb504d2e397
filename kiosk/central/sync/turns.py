"""The processes of central take turns at SQLite's one writer.

SQLite's own way to wait is to sleep and to look again, for up to 0.1 s at a time (https://sqlite.org/c3ref/busy_timeout.html):
under load one process passes again and again while requests of another wait for more than a second. Whoever waits for a
lock on a file is woken when it is free. The lock only keeps order: what is right does not depend on it.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from django.db import connection

try:
    import fcntl
except ImportError:  # Windows, on which nobody runs central with several processes
    fcntl = None  # type: ignore[assignment]


#: Seconds to wait for another process: one that is stopped, not dead, would keep its turn. Then SQLite decides.
PATIENCE = 5.0


@contextmanager
def turn() -> Iterator[None]:
    """Nobody else has the turn meanwhile; who dies gives it back."""
    file = _file(str(connection.settings_dict["NAME"])) if connection.vendor == "sqlite" and fcntl else None
    had = file is not None and (_at_once(file) or _Waiting(file).had(PATIENCE))
    try:
        yield
    finally:
        if file is not None and had:
            fcntl.flock(file, fcntl.LOCK_UN)


def _at_once(file: int) -> bool:
    with suppress(BlockingIOError):
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


class _Waiting:
    """Waits in a thread, since flock(2) knows no limit. Who gave up lets go of what comes later; should this process
    have the turn just then, it loses only its place in the line."""

    def __init__(self, file: int) -> None:
        self._file = file
        self._came = threading.Event()
        self._door = threading.Lock()
        self._given_up = False

    def had(self, seconds: float) -> bool:
        """Whether the turn came within so many seconds."""
        threading.Thread(target=self._wait, name="turn", daemon=True).start()
        self._came.wait(seconds)
        with self._door:
            self._given_up = not self._came.is_set()
        return not self._given_up

    def _wait(self) -> None:
        fcntl.flock(self._file, fcntl.LOCK_EX)
        with self._door:
            if self._given_up:
                fcntl.flock(self._file, fcntl.LOCK_UN)
            self._came.set()


@cache
def _file(database: str) -> int | None:
    """A file beside the database, open for as long as this process lives; None for a database in memory."""
    if not Path(database).is_file():
        return None
    try:
        return os.open(f"{database}-turn", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError:
        return None
