"""The facts of this kiosk that central has not dealt with: on disk before anybody is told so."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import msgspec

import kiosk.store
from kiosk import clock
from kiosk.agent.boot import boot, ticks
from kiosk.agent.salvage import salvage, salvage_practised
from kiosk.errors import BadInput, KnownError, StoreDamaged
from kiosk.failpoints import reach
from kiosk.store.files import open_to_write, put_aside, transaction
from kiosk.wire import LANES, AnyFact, Practised, Result, Sent, decode, encode

SCHEMA = Path(kiosk.store.__file__).with_name("facts.sql")

T = TypeVar("T")

#: Bytes of one fact.
LARGEST = 1 << 16

_ADD = "INSERT INTO facts (id, lane, kind, body, at, boot, ticks) VALUES (?, ?, ?, ?, ?, ?, ?)"
_RESCUED = "INSERT OR IGNORE INTO facts (seq, id, lane, kind, body, at, boot, ticks, reason) VALUES (?,?,?,?,?,?,?,?,?)"
_PRACTISED = "INSERT OR IGNORE INTO practised (id, day, body) VALUES (?, ?, ?)"
_NEXT = "SELECT seq, id, kind, body, at, boot, ticks FROM facts WHERE reason IS NULL ORDER BY lane, seq LIMIT ?"


class Facts:
    """`facts.db`. Every change is synced to disk before the call returns (`synchronous=FULL`). Any thread may call.

    `notes` says what had to be mended.
    """

    def __init__(self, path: Path) -> None:
        self.notes: list[str] = []
        self._path = path
        self._lock = threading.RLock()
        try:
            self._connection = open_to_write(path, SCHEMA, "FULL")
        except StoreDamaged as damage:
            self._connection = self._rescued(str(damage))

    def keep(self, fact: AnyFact | Practised) -> None:
        """When this returns, the fact is on disk; keeping it again is harmless.

        Raises `KnownError` when it could not be written, `BadInput` when another fact has its id.
        """
        self._surely(lambda do: _add_practised(do, fact) if isinstance(fact, Practised) else _add(do, fact))

    def to_send(self, limit: int = 100) -> list[Sent]:
        """The next facts for central: help before check-in, then in the order in which they were kept."""
        rows = self._surely(lambda do: do.execute(_NEXT, (limit,)).fetchall())
        return [_sent(*row) for row in rows]

    def settle(self, results: Iterable[Result]) -> None:
        """Central has dealt with these: forget them, but keep for staff what it cannot use."""
        done = list(results)
        self._surely(lambda do: _settle(do, done))

    def practised(self, before: date, limit: int = 100) -> list[Practised]:
        """What was practised before that day, in the order of its ids, which are random."""
        sql = "SELECT body FROM practised WHERE day < ? ORDER BY id LIMIT ?"
        rows = self._surely(lambda do: do.execute(sql, (before.isoformat(), limit)).fetchall())
        return [decode(body, Practised) for (body,) in rows]

    def forget_practised(self, ids: Iterable[str]) -> None:
        """Central has dealt with these."""
        gone = [(id,) for id in ids]
        self._surely(lambda do: _delete(do, gone))

    def waiting(self) -> int:
        """How many facts central has not dealt with."""
        return self._count("reason IS NULL")

    def quarantined(self) -> int:
        """How many facts central will never take; they are kept for staff."""
        return self._count("reason IS NOT NULL")

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    def _count(self, which: str) -> int:
        sql = f"SELECT count(*) FROM facts WHERE {which}"
        return int(self._surely(lambda do: do.execute(sql).fetchone()[0]))

    def _surely(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do it; when the file turns out to be damaged, mend it and do it again."""
        with self._lock:
            try:
                try:
                    return work(self._connection)
                except sqlite3.OperationalError:
                    raise
                except sqlite3.DatabaseError as error:
                    self._connection.close()
                    self._connection = self._rescued(str(error))
                    return work(self._connection)
            except sqlite3.DatabaseError as error:
                raise KnownError(f"The facts cannot be written: {error}", str(self._path)) from error

    def _rescued(self, why: str) -> sqlite3.Connection:
        rows, practised = salvage(self._path), salvage_practised(self._path)
        aside = put_aside(self._path)
        connection = open_to_write(self._path, SCHEMA, "FULL")
        with transaction(connection):
            connection.executemany(_RESCUED, rows)
            connection.executemany(_PRACTISED, practised)
        self.notes.append(
            f"{self._path.name} was damaged ({why}): {len(rows)} facts saved, the rest is in {aside.name}"
        )
        return connection


def _add(do: sqlite3.Connection, fact: AnyFact) -> None:
    lane, kind, body = LANES[type(fact)], type(fact).__name__.lower(), encode(fact)
    if len(body) > LARGEST:
        raise BadInput(f"A fact is longer than {LARGEST} bytes", fact.id)
    found = do.execute("SELECT body FROM facts WHERE id = ?", (fact.id,)).fetchone()
    if found is None:
        reach("before keep")
        do.execute(_ADD, (fact.id, lane, kind, body, clock.now().isoformat(), boot(), ticks()))
    elif found[0] != body:
        raise BadInput("Another fact has this id", fact.id)


def _add_practised(do: sqlite3.Connection, fact: Practised) -> None:
    do.execute(_PRACTISED, (fact.id, fact.day.isoformat(), encode(fact)))


def _delete(do: sqlite3.Connection, ids: list[tuple[str]]) -> None:
    with transaction(do):
        do.executemany("DELETE FROM practised WHERE id = ?", ids)


def _settle(do: sqlite3.Connection, results: Iterable[Result]) -> None:
    with transaction(do):
        for result in results:
            if result.status == "rejected":
                do.execute("UPDATE facts SET reason = ? WHERE id = ?", (result.reason or "rejected", result.id))
            else:
                do.execute("DELETE FROM facts WHERE id = ?", (result.id,))


def _sent(seq: int, id: str, kind: str, body: bytes, at: str, of_boot: str, of_ticks: int) -> Sent:
    age = ticks() - of_ticks if of_boot == boot() else -1
    moment = datetime.fromisoformat(at)
    return Sent(id=id, seq=seq, kind=kind, age_ms=age if age >= 0 else None, at=moment, data=msgspec.Raw(body))
