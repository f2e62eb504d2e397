"""The processes of central take turns at SQLite's one writer.

SQLite's own way to wait is to sleep and to look again, for up to 0.1 s at a time (https://sqlite.org/c3ref/busy_timeout.html):
under load one process passes again and again while requests of another wait for more than a second. Whoever waits for a
lock on a file is woken when it is free. The lock only keeps order: what is right does not depend on it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from django.db import connection

try:
    import fcntl
except ImportError:  # Windows, on which nobody runs central with several processes
    fcntl = None  # type: ignore[assignment]


@contextmanager
def turn() -> Iterator[None]:
    """Nobody else has the turn meanwhile; who dies gives it back."""
    file = _file(str(connection.settings_dict["NAME"])) if connection.vendor == "sqlite" and fcntl else None
    if file is None:
        yield
        return
    fcntl.flock(file, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(file, fcntl.LOCK_UN)


@cache
def _file(database: str) -> int | None:
    """A file beside the database, open for as long as this process lives; None for a database in memory."""
    if not Path(database).is_file():
        return None
    try:
        return os.open(f"{database}-turn", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError:
        return None
