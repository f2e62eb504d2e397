"""Opening a database file that we alone write, and putting it aside when it is damaged."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from kiosk.errors import KnownError, StoreDamaged
from kiosk.store.damage import is_damage
from kiosk.store.shape import Shape, bring, check, transaction

__all__ = ["SHARED", "is_damage", "open_to_write", "put_aside", "remove", "sync_folder", "transaction"]

#: The screen's user reads along through the group; a WAL reader needs to write the -shm file.
SHARED = 0o660

#: Bytes of a -wal that are kept for the next transactions: a whole feed leaves a long one.
_JOURNAL = 16 << 20

_BESIDE = ("", "-wal", "-shm")


def open_to_write(path: Path, shape: Shape, synchronous: str) -> sqlite3.Connection:
    """The database in WAL mode, made when it is not there, brought to that shape when it is of an earlier one.

    `synchronous`: "FULL" when a commit must survive a power cut, "NORMAL" when it may be fetched again. Raises
    `StoreDamaged` when SQLite finds it is not whole, `Newer` when a newer version wrote it, `KnownError` when it is
    whole and cannot be written now.
    """
    connection = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _make(path)
        check(path, shape)
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=5)
        _prepare(connection, shape, synchronous)
    except sqlite3.DatabaseError as error:
        if connection is not None:
            connection.close()
        if is_damage(error, path):
            raise StoreDamaged(f"This file is damaged: {error}", str(path)) from error
        raise KnownError(f"This file cannot be opened: {error}", str(path), "Is there room on the disk?") from error
    except OSError as error:
        raise KnownError(f"This file cannot be made: {error.strerror}", str(path)) from error
    sync_folder(path.parent)
    return connection


def put_aside(path: Path) -> Path:
    """The file and what SQLite keeps beside it get another name, in place of those put aside before. May be done again
    after a crash half-way."""
    aside = path.with_name(f"{path.stem}-damaged{path.suffix}")
    if path.exists():
        remove(aside)
    for ending in _BESIDE:
        beside = Path(f"{path}{ending}")
        if beside.exists():
            beside.replace(f"{aside}{ending}")
    return aside


def remove(path: Path) -> None:
    """The file, and what SQLite keeps beside it."""
    for ending in _BESIDE:
        Path(f"{path}{ending}").unlink(missing_ok=True)


def write_whole(path: Path, data: bytes, mode: int = 0o600) -> None:
    """The file is replaced, whole or not at all, and stays so after a power cut; `OSError` when it cannot be."""
    new = path.with_name(f"{path.name}.new")
    new.unlink(missing_ok=True)
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
    sync_folder(path.parent)


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


def _prepare(connection: sqlite3.Connection, shape: Shape, synchronous: str) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA synchronous = {synchronous}")
    connection.execute(f"PRAGMA journal_size_limit = {_JOURNAL}")
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise sqlite3.DatabaseError(found)
    bring(connection, shape)
