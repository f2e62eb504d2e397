"""Opening a database file that we alone write, and putting it aside when it is damaged."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.errors import StoreDamaged

#: The screen's user reads along through the group; a WAL reader needs to write the -shm file.
SHARED = 0o660

_BESIDE = ("", "-wal", "-shm")


def open_to_write(path: Path, schema: Path, synchronous: str) -> sqlite3.Connection:
    """The database in WAL mode, made when it is not there; `StoreDamaged` when SQLite finds it is not whole.

    `synchronous`: "FULL" when a commit must survive a power cut, "NORMAL" when it may be fetched again.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = None
    try:
        _make(path)
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=5)
        _prepare(connection, schema, synchronous)
    except sqlite3.DatabaseError as error:
        if connection is not None:
            connection.close()
        raise StoreDamaged(f"This file is damaged: {error}", str(path)) from error
    sync_folder(path.parent)
    return connection


def put_aside(path: Path) -> Path:
    """The file and what SQLite keeps beside it get another name, in place of those put aside before."""
    aside = path.with_name(f"{path.stem}-damaged{path.suffix}")
    for ending in _BESIDE:
        Path(f"{aside}{ending}").unlink(missing_ok=True)
        beside = Path(f"{path}{ending}")
        if beside.exists():
            beside.replace(f"{aside}{ending}")
    return aside


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        # Some errors (a full disk) have rolled back already
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def sync_folder(folder: Path) -> None:
    """A new file is only there after a power cut when its folder was synced too (fsync(2))."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _make(path: Path) -> None:
    # SQLite gives -wal and -shm the mode of the database; it would make that 0644 itself
    if not path.exists():
        path.touch()
        if os.name == "posix":
            path.chmod(SHARED)


def _prepare(connection: sqlite3.Connection, schema: Path, synchronous: str) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA synchronous = {synchronous}")
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise sqlite3.DatabaseError(found)
    connection.executescript(schema.read_text())
