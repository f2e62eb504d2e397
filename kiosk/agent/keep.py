"""The facts of this kiosk that central has not dealt with: on disk before anybody is told so."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import msgspec

from kiosk import clock
from kiosk.agent import reasons
from kiosk.agent.boot import boot, ticks
from kiosk.agent.salvage import COLUMNS, Row, finish, is_sound, rescue
from kiosk.errors import BadInput, KnownError, StoreDamaged
from kiosk.failpoints import reach
from kiosk.store.files import is_damage, open_to_write, transaction
from kiosk.store.shape import FACTS
from kiosk.wire import LANES, AnyFact, Practised, Quarantined, Result, Sent, decode, encode
from kiosk.wire.health import MOST

T = TypeVar("T")

#: Bytes of one fact.
LARGEST = 1 << 16

#: So long what central will never take is kept for staff.
REFUSED_FOR = timedelta(days=30)

_ADD = "INSERT INTO facts (id, lane, kind, body, at, boot, ticks) VALUES (?, ?, ?, ?, ?, ?, ?)"
_PRACTISED = "INSERT OR IGNORE INTO practised (id, day, body) VALUES (?, ?, ?)"
_NEXT = f"SELECT {COLUMNS} FROM facts WHERE reason IS NULL ORDER BY lane, seq LIMIT ?"
_SPOILT = "UPDATE facts SET reason = 'this fact was damaged on the kiosk' WHERE seq = ?"
_REFUSED = "SELECT kind, at, reason FROM facts WHERE reason IS NOT NULL ORDER BY seq DESC LIMIT ?"
_OLDEST = f"SELECT {COLUMNS} FROM facts WHERE reason IS NULL ORDER BY seq LIMIT 1"


class Facts:
    """`facts.db`. Every change is synced to disk before the call returns (`synchronous=FULL`). Any thread may call.

    `notes` says what had to be mended. A file of a newer version is refused (`Newer`) and left as it is: what stands in
    it exists nowhere else.
    """

    def __init__(self, path: Path) -> None:
        self.notes: list[str] = []
        self._path = path
        self._lock = threading.RLock()
        self._closed = False
        finish(path)
        try:
            self._connection = open_to_write(path, FACTS, "FULL")
        except StoreDamaged as damage:
            self._connection = self._rescued(str(damage))

    def keep(self, fact: AnyFact | Practised) -> None:
        """When this returns, the fact is on disk; keeping it again is harmless.

        Raises `KnownError` when it could not be written, `BadInput` when another fact has its id.
        """
        self._surely(lambda do: _add_practised(do, fact) if isinstance(fact, Practised) else _add(do, fact))

    def to_send(self, limit: int = 100) -> list[Sent]:
        """The next facts for central: help before check-in, then in the order in which they were kept. A fact that the
        disk spoilt is left to staff, so that it holds up no other."""
        rows = self._next(limit)
        if spoilt := [(row[0],) for row in rows if not is_sound(row)]:
            self._surely(lambda do: do.executemany(_SPOILT, spoilt))
            rows = self._next(limit)
        return [_sent(row) for row in rows if is_sound(row)]

    def settle(self, results: Iterable[Result]) -> None:
        """Central has dealt with these: forget them, but keep for staff what it cannot use."""
        done = list(results)
        self._surely(lambda do: _settle(do, done))

    def practised(self, before: date, limit: int = 100) -> list[Practised]:
        """What was practised before that day, in the order of its ids, which are random. What the disk spoilt is
        forgotten: it tells staff nothing."""
        sql = "SELECT id, body FROM practised WHERE day < ? ORDER BY id LIMIT ?"
        rows = self._surely(lambda do: do.execute(sql, (before.isoformat(), limit)).fetchall())
        found = {id: _lesson(id, body) for id, body in rows}
        self.forget_practised(id for id, lesson in found.items() if lesson is None)
        return [lesson for lesson in found.values() if lesson is not None]

    def forget_practised(self, ids: Iterable[str]) -> None:
        """Central has dealt with these."""
        if gone := [(id,) for id in ids]:
            self._surely(lambda do: _delete(do, gone))

    def waiting(self) -> int:
        """How many facts central has not dealt with."""
        return self._count("reason IS NULL")

    def quarantined(self) -> int:
        """How many facts central will never take; they are kept for staff."""
        return self._count("reason IS NOT NULL")

    def refused(self, limit: int = MOST) -> list[Quarantined]:
        """The newest of those, without what was in them."""
        rows = self._surely(lambda do: do.execute(_REFUSED, (limit,)).fetchall())
        return [_quarantined(*row) for row in rows]

    def forget_refused(self) -> None:
        """Those that staff had long enough to look at go: what a visitor did is not kept here for ever."""
        before = (clock.now() - REFUSED_FOR).isoformat()
        self._surely(lambda do: do.execute("DELETE FROM facts WHERE reason IS NOT NULL AND at < ?", (before,)))

    def oldest(self) -> int:
        """Seconds that the oldest fact waits; by the wall clock when the computer was started anew since."""
        rows = self._surely(lambda do: do.execute(_OLDEST).fetchall())
        return max((_age(_sent(row)) for row in rows if is_sound(row)), default=0)

    def close(self) -> None:
        """Let go of the file; whoever comes later is refused."""
        with self._lock:
            self._closed = True
            self._connection.close()

    def _next(self, limit: int) -> list[Row]:
        return self._surely(lambda do: do.execute(_NEXT, (limit,)).fetchall())

    def _count(self, which: str) -> int:
        sql = f"SELECT count(*) FROM facts WHERE {which}"
        return int(self._surely(lambda do: do.execute(sql).fetchone()[0]))

    def _surely(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do it; when the file turns out to be damaged, mend it and do it again."""
        with self._lock:
            if self._closed:
                # SQLite's own error of a closed connection looks like damage, and a whole file would be put aside
                raise KnownError("The facts are closed", str(self._path))
            try:
                return work(self._connection)
            except sqlite3.DatabaseError as error:
                if not is_damage(error, self._path):
                    raise self._cannot(error) from error
                self._connection.close()
                self._connection = self._rescued(str(error))
            try:
                return work(self._connection)
            except sqlite3.DatabaseError as error:
                raise self._cannot(error) from error

    def _rescued(self, why: str) -> sqlite3.Connection:
        try:
            count, aside = rescue(self._path)
            connection = open_to_write(self._path, FACTS, "FULL")
        except (sqlite3.DatabaseError, OSError) as error:
            raise self._cannot(error) from error
        except StoreDamaged as damage:
            # As it is, it would be taken for damage of the replica
            raise self._cannot(damage.what) from damage
        self.notes.append(f"{self._path.name} was damaged ({why}): {count} facts saved, the rest is in {aside.name}")
        return connection

    def _cannot(self, why: object) -> KnownError:
        return KnownError(f"The facts cannot be written: {why}", str(self._path), "Is there room on the disk?")


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


def _lesson(id: str, body: bytes) -> Practised | None:
    with suppress(msgspec.DecodeError, TypeError):
        found = decode(body, Practised)
        return found if found.id == id else None
    return None


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
        reach("before settled")


def _sent(row: Row) -> Sent:
    seq, id, _, kind, body, at, of_boot, of_ticks, _ = row
    age = ticks() - of_ticks if of_boot == boot() else -1
    moment = datetime.fromisoformat(at)
    return Sent(id=id, seq=seq, kind=kind, age_ms=age if age >= 0 else None, at=moment, data=msgspec.Raw(body))


def _quarantined(kind: str, at: str, reason: str) -> Quarantined:
    return Quarantined(kind=str(kind)[:40], at=_minute(at), reason=reasons.code(reason))


def _minute(at: str) -> datetime:
    """That moment to the minute; 1970 where the disk spoilt it."""
    try:
        return datetime.fromisoformat(at).replace(second=0, microsecond=0)
    except (TypeError, ValueError):
        return datetime(1970, 1, 1, tzinfo=UTC)


def _age(sent: Sent) -> int:
    milliseconds = (clock.now() - sent.at) / timedelta(milliseconds=1) if sent.age_ms is None else sent.age_ms
    return max(int(milliseconds // 1000), 0)
