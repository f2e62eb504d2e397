"""Reading what the kiosk knows. Never writes; safe beside the agent that does (SQLite in WAL mode)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from kiosk.errors import KnownError, StoreDamaged
from kiosk.store.damage import is_damage
from kiosk.wire import FEEDS, AnyFact, Record, decode

R = TypeVar("R", bound=Record)


#: Records that are read at once where all are wanted.
_SOME = 500


def _open(path: Path) -> sqlite3.Connection:
    # A WAL reader needs the -shm file, so "immutable" would be wrong; mode=ro still lets SQLite make the -shm
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True, isolation_level=None, timeout=1.0)


class Replica:
    """The records of this kiosk, decoded as they are asked for.

    Every read is a fresh look. A file that is not there yet reads as empty: the agent may not have started. Each method
    raises `StoreDamaged` when the file is not whole, and `KnownError` when it cannot be read now.
    """

    def __init__(self, replica: Path, facts: Path) -> None:
        self._paths = {"replica": replica, "facts": facts}
        self._open: dict[str, tuple[int, sqlite3.Connection]] = {}

    def get(self, feed: str, id: str) -> Record | None:
        """One record, or None."""
        rows = self._rows("replica", "SELECT body FROM records WHERE feed = ? AND id = ?", (feed, id))
        return next(self._decoded(feed, rows), None)

    def all(self, feed: str) -> list[Record]:
        """Every record of a feed, by id."""
        return list(
            self._decoded(feed, self._rows("replica", "SELECT body FROM records WHERE feed = ? ORDER BY id", (feed,)))
        )

    def each(self, feed: str) -> Iterator[Record]:
        """Every record of a feed, one by one: for a feed that need not fit in memory."""
        sql, after = "SELECT body, id FROM records WHERE feed = ? AND id > ? ORDER BY id LIMIT ?", ""
        while rows := self._rows("replica", sql, (feed, after, _SOME)):
            after = rows[-1][1]
            yield from self._decoded(feed, [(body,) for body, _ in rows])

    def saying(self, feed: str, field: str) -> Iterator[Record]:
        """The records of a feed that say something for that field, one by one."""
        sql = "SELECT body, id FROM records WHERE feed = ? AND id > ? AND instr(body, ?) ORDER BY id LIMIT ?"
        after, said = "", f'"{field}"'.encode()
        while rows := self._rows("replica", sql, (feed, after, said, _SOME)):
            after = rows[-1][1]
            yield from self._decoded(feed, [(body,) for body, _ in rows])

    def unindexed(self, mark: int) -> list[str]:
        """The titles that the index does not know as they are, up to that mark of the writer; [""]: none of them."""
        rows = self._rows("replica", "SELECT title FROM unindexed WHERE seq <= ? ORDER BY title", (mark,))
        return [""] if rows[:1] == [("",)] else [title for (title,) in rows]

    def by(self, feed: str, *keys: str) -> list[Record]:
        """The records whose `by` field (wire.FEEDS) is one of `keys`, by id."""
        marks = ",".join("?" * len(keys))
        # Left to itself, SQLite reads the whole feed for the sake of the order
        sql = f"SELECT body FROM records INDEXED BY records_by WHERE feed = ? AND by IN ({marks}) ORDER BY id"
        return list(self._decoded(feed, self._rows("replica", sql, (feed, *keys))))

    def known(self, name: str) -> str:
        """Something else that the agent wrote down ("kiosk", "branch", "synced"), or ""."""
        rows = self._rows("replica", "SELECT value FROM known WHERE name = ?", (name,))
        return rows[0][0] if rows else ""

    def waiting(self) -> list[AnyFact]:
        """The facts that central has not dealt with, oldest first."""
        rows = self._rows("facts", "SELECT body FROM facts WHERE reason IS NULL ORDER BY seq", ())
        return list(_readable(AnyFact, rows))

    def close(self) -> None:
        """Let go of the files."""
        for which in list(self._open):
            self._forget(which)

    def _rows(self, which: str, sql: str, values: tuple[str | int | bytes, ...]) -> list[tuple]:
        path = self._paths[which]
        try:
            connection = self._connection(which)
            return connection.execute(sql, values).fetchall() if connection else []
        except sqlite3.DatabaseError as error:
            self._forget(which)
            if "no such table" in str(error) or "unable to open" in str(error):
                return []
            what = f"What this kiosk knows cannot be read: {error}"
            if is_damage(error, path):
                raise StoreDamaged(what, str(path), "The agent mends it at its next start.") from error
            raise KnownError(what, str(path)) from error

    def _connection(self, which: str) -> sqlite3.Connection | None:
        """None while there is no file; a new connection when the agent has put another file in its place."""
        path = self._paths[which]
        file = path.stat().st_ino if path.exists() else None
        opened = self._open.get(which)
        if opened and opened[0] == file:
            return opened[1]
        self._forget(which)
        if file is None:
            return None
        connection = _open(path)
        self._open[which] = (file, connection)
        return connection

    def _forget(self, which: str) -> None:
        opened = self._open.pop(which, None)
        if opened:
            opened[1].close()

    @staticmethod
    def _decoded(feed: str, rows: list[tuple]) -> Iterator[Record]:
        return _readable(FEEDS[feed].record, rows)


def _readable(kind: Any, rows: list[tuple]) -> Iterator[Any]:
    """What came from a newer central, or was spoilt by the disk, may not fit; the others still do."""
    for (body,) in rows:
        try:
            yield decode(body, kind)
        except (msgspec.DecodeError, TypeError):
            continue
