"""Writing what central says into the replica. Only the agent does."""

from __future__ import annotations

import functools
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Literal

import msgspec

from kiosk.errors import KnownError, StoreDamaged
from kiosk.failpoints import reach
from kiosk.store.files import is_damage, open_to_write, put_aside, remove, transaction
from kiosk.store.shape import REPLICA, Newer
from kiosk.wire import FEEDS, Change, Changes, decode
from kiosk.wire.digest import digest

#: What readers see after a page: nothing else than before, or some other records.
Effect = Literal["nothing", "moved"]

#: Records that are written at once.
CHUNK = 1000


#: The feeds that the catalogue's index is made of, and what finds the title that a record of theirs is about.
_INDEXED = {"titles": "SELECT ?", "copies": "SELECT by FROM records WHERE feed = 'copies' AND id = ?"}

_UNINDEX = "INSERT OR REPLACE INTO unindexed (title) VALUES (?)"


class Astray(Exception):
    """After that page the feed is not what central has: nothing of it was kept, and the feed must be fetched anew."""


class Writer:
    """The only writer of `replica.db`.

    A feed begins with a filling and moves on page by page, each with its cursor in one transaction: readers see the old
    or the new, never a part. `notes` says what had to be mended. Any thread may call. Each method raises `StoreDamaged`
    when the file turns out not to be whole (then `mend`), and `KnownError` when it cannot be written now.
    """

    def __init__(self, path: Path) -> None:
        self.notes: list[str] = []
        self._path = path
        self._lock = threading.RLock()
        self._known: dict[str, str] = {}
        self._connection: sqlite3.Connection | None = None
        self._closed = False
        try:
            self._connection = open_to_write(path, REPLICA, "NORMAL")
            self._known = self._read_known()
        except (StoreDamaged, Newer) as damage:
            self.mend(damage.what)

    def cursor(self, feed: str) -> str:
        """How far this feed is; "" when it was never filled."""
        with self._reading() as do:
            row = do.execute("SELECT cursor FROM heads WHERE feed = ?", (feed,)).fetchone()
        return row[0] if row else ""

    def fill(self, feed: str, cursor: str, changes: Iterable[Change]) -> None:
        """These are all records of that feed, as of that cursor."""
        coming = iter(changes)
        with self._transaction() as do:
            do.execute("DELETE FROM records WHERE feed = ?", (feed,))
            while chunk := list(islice(coming, CHUNK)):
                _put(do, feed, chunk)
            if feed in _INDEXED:
                do.execute(_UNINDEX, ("",))
            _advance(do, feed, cursor)
            reach("before filled")

    def apply(self, page: Changes) -> Effect:
        """One page of what changed after `cursor(page.feed)`; `Astray` when that cannot be right."""
        with self._transaction() as do:
            if page.feed in _INDEXED:
                _unindex(do, page.feed, page.changes)
            _put(do, page.feed, page.changes)
            if page.feed in _INDEXED:
                _unindex(do, page.feed, page.changes)
            if page.digest and page.digest != _digest(do, page.feed):
                raise Astray
            _advance(do, page.feed, page.to)
            reach("before applied")
        return "moved" if page.changes else "nothing"

    def unindexed(self) -> int:
        """The newest mark of a title that the index does not know as it is; 0 when there is none."""
        with self._reading() as do:
            return int(do.execute("SELECT coalesce(max(seq), 0) FROM unindexed").fetchone()[0])

    def unindex(self) -> None:
        """The index is to be made of all titles."""
        with self._transaction() as do:
            do.execute(_UNINDEX, ("",))

    def indexed(self, mark: int) -> None:
        """The index knows the titles up to that mark."""
        with self._transaction() as do:
            do.execute("DELETE FROM unindexed WHERE seq <= ?", (mark,))

    def know(self, **values: str) -> None:
        """Write down what else must be known before central answers."""
        with self._transaction() as do:
            do.executemany("INSERT OR REPLACE INTO known VALUES (?, ?)", values.items())
        self._known |= values

    def known(self, name: str) -> str:
        """What was written down, or ""."""
        return self._known.get(name, "")

    def belong(self, kiosk: str, branch: str) -> None:
        """This is that kiosk, in that branch; what belongs to another branch is forgotten."""
        if (self.known("kiosk"), self.known("branch")) == (kiosk, branch):
            return
        with self._transaction() as do:
            for feed in [name for name, feed in FEEDS.items() if feed.scope == "branch"]:
                for table in ("records", "heads"):
                    do.execute(f"DELETE FROM {table} WHERE feed = ?", (feed,))
            # What is here is another branch's now
            do.execute(_UNINDEX, ("",))
        self.know(kiosk=kiosk, branch=branch)

    def mend(self, why: str) -> None:
        """The file turned out to be damaged: put it aside and start with an empty one. What was put aside goes: it
        takes the room that all of it needs to come anew."""
        with self._lock:
            self._refuse_when_closed()
            self._close()
            try:
                aside = put_aside(self._path)
            except OSError as error:
                raise KnownError(f"The replica cannot be put aside: {error.strerror}", str(self._path)) from error
            self._connection = open_to_write(self._path, REPLICA, "NORMAL")
            self._known = {}
            with suppress(OSError):
                remove(aside)
        self.notes.append(f"{self._path.name} was damaged and is fetched again: {why}")

    def close(self) -> None:
        """Let go of the file; whoever comes later is refused."""
        with self._lock:
            self._closed = True
            self._close()

    def _refuse_when_closed(self) -> None:
        # SQLite's own error of a closed connection looks like damage, and a whole file would be put aside
        if self._closed:
            raise KnownError("The replica is closed", str(self._path))

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()

    def _read_known(self) -> dict[str, str]:
        with self._reading() as do:
            return dict(do.execute("SELECT name, value FROM known").fetchall())

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            self._refuse_when_closed()
            try:
                assert self._connection is not None
                yield self._connection
            except sqlite3.DatabaseError as error:
                if is_damage(error, self._path):
                    raise StoreDamaged(f"The replica is damaged: {error}", str(self._path)) from error
                what, do = f"The replica cannot be written: {error}", "Is there room on the disk?"
                raise KnownError(what, str(self._path), do) from error

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._reading() as do, transaction(do):
            yield do


def _put(do: sqlite3.Connection, feed: str, changes: Sequence[Change]) -> None:
    gone = [(feed, change.id) for change in changes if change.deleted]
    rows = [
        (feed, change.id, _key(feed, change.record), change.rev, bytes(change.record))
        for change in changes
        if not change.deleted
    ]
    do.executemany("DELETE FROM records WHERE feed = ? AND id = ?", gone)
    do.executemany("INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?, ?)", rows)


def _unindex(do: sqlite3.Connection, feed: str, changes: Sequence[Change]) -> None:
    """Mark the titles of these records as they are in the file: once before they change, once after."""
    marks = f"INSERT OR REPLACE INTO unindexed (title) {_INDEXED[feed]}"
    do.executemany(marks, [(change.id,) for change in changes])


def _advance(do: sqlite3.Connection, feed: str, cursor: str) -> None:
    do.execute("INSERT OR REPLACE INTO heads VALUES (?, ?)", (feed, cursor))


def _digest(do: sqlite3.Connection, feed: str) -> str:
    """Of what is really there, so that damage shows too: 0.1 s for 100,000 records."""
    return digest(do.execute("SELECT id, rev FROM records WHERE feed = ?", (feed,)))


def _key(feed: str, record: msgspec.Raw) -> str:
    # Only this field is looked at: a newer central's record is kept as it came, even if we cannot read it
    try:
        return str(getattr(decode(record, _keyed(feed)), FEEDS[feed].by))
    except (msgspec.DecodeError, RecursionError):
        return ""


@functools.cache
def _keyed(feed: str) -> type[msgspec.Struct]:
    return msgspec.defstruct("Key", [(FEEDS[feed].by, str, "")])
