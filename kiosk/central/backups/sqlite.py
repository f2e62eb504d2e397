"""SQLite: copied by its own means while central writes, replaced by another file when nobody uses it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from django.db import connection

from kiosk.central.backups.about import About, look
from kiosk.central.backups.package import synced
from kiosk.errors import BadInput, KnownError
from kiosk.failpoints import reach

_BESIDE = ("", "-wal", "-shm")


def dump(payload: Path) -> About:
    """A copy of the database as it is at one moment."""
    try:
        with closing(sqlite3.connect(_file())) as source, closing(sqlite3.connect(payload)) as copy:
            # In one step: a copy in several begins again whenever central writes
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError as error:
        raise KnownError(f"The database cannot be copied: {error}", str(_file())) from error
    return check(payload)


def check(payload: Path) -> About:
    """What stands in such a copy; `BadInput` when it is not whole."""
    with closing(sqlite3.connect(payload)) as copy:
        try:
            found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
            names = copy.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
            about = look("sqlite", [name for (name,) in names], lambda sql: copy.execute(sql).fetchall())
        except sqlite3.DatabaseError as error:
            found = str(error)
    if found != "ok":
        raise BadInput(f"The database is damaged: {found}", str(payload), "Use an earlier backup.")
    return about


def load(payload: Path, renew: str) -> str:
    """Put that file in place of the database; what was there stays beside it. `renew`: SQL that is run in it first."""
    with closing(sqlite3.connect(payload, isolation_level=None)) as copy:
        copy.execute(renew)
    target = _file()
    aside = _aside(target) if target.exists() else None
    _own(payload, target if target.exists() else target.parent)
    synced(payload)
    reach("before restore")
    payload.replace(target)
    synced(target.parent)
    return f"What was there before is kept as {aside}." if aside else ""


def must_be_alone(path: Path) -> None:
    """`BadInput` when another program has this database open. Brings what stands beside the file into it."""
    with closing(sqlite3.connect(path, isolation_level=None, timeout=1)) as alone:
        try:
            # Only who is alone may leave WAL mode (https://www.sqlite.org/wal.html)
            alone.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise
            raise BadInput("Central still uses this database", str(path), "Stop central first.") from error


def _file() -> Path:
    return Path(str(connection.settings_dict["NAME"]))


def _aside(target: Path) -> Path:
    # It may be damaged, which may be why it is restored
    with suppress(sqlite3.DatabaseError):
        must_be_alone(target)
    aside = target.with_name(f"{target.stem}-before{target.suffix}")
    aside.unlink(missing_ok=True)
    # A second name for the same file: at no moment is there none
    os.link(target, aside)
    for ending in _BESIDE[1:]:
        Path(f"{aside}{ending}").unlink(missing_ok=True)
        if (beside := Path(f"{target}{ending}")).exists():
            beside.replace(f"{aside}{ending}")
    return aside


def _own(payload: Path, like: Path) -> None:
    """Whoever runs central must be able to write the file, also when root restores it."""
    about = like.stat()
    if like.is_file():
        payload.chmod(about.st_mode & 0o777)
    if os.geteuid() == 0:
        os.chown(payload, about.st_uid, about.st_gid)
