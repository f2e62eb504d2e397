"""What SQLite says of a file that is broken, apart from what is otherwise in a minute."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

#: What may be otherwise in a minute (sqlite.org/rescode.html): no room, no rights, somebody else at it.
_NOT_NOW = {
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PROTOCOL,
}

#: Of those, what a bad disk or a broken file says for ever.
_BAD_DISK = {sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ, sqlite3.SQLITE_IOERR_CORRUPTFS}


def is_damage(error: sqlite3.Error, path: Path) -> bool:
    """Whether the file itself is broken, so that waiting changes nothing. A full disk is no damage."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    if code & 0xFF == sqlite3.SQLITE_READONLY:
        # Also what SQLite says of a header that it takes for one of a newer SQLite
        return os.access(path, os.W_OK)
    return code in _BAD_DISK or code & 0xFF not in _NOT_NOW
