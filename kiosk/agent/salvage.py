"""Getting facts out of a damaged file. Repeating a fact that central already has is harmless; losing one is not."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import msgspec

from kiosk.wire import AnyFact, Practised, decode

Row = tuple[int, str, int, str, bytes, str, str, int, str | None]

_COLUMNS = "seq, id, lane, kind, body, at, boot, ticks, reason"

#: A hole of damaged pages is stepped over row by row, this far at most.
_STEPS = 100_000


def salvage(path: Path) -> list[Row]:
    """Every row that can still be read and makes sense, in the order in which they were kept."""
    rows: dict[int, Row] = {}
    with suppress(sqlite3.Error), closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for row in _read(connection):
            if _sound(row):
                rows[row[0]] = row
    return [rows[seq] for seq in sorted(rows)]


def salvage_practised(path: Path) -> list[tuple[str, str, bytes]]:
    """What was practised, as far as it can still be read and makes sense."""
    found: list[tuple[str, str, bytes]] = []
    with suppress(sqlite3.Error), closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for _, _, body in connection.execute("SELECT id, day, body FROM practised"):
            with suppress(msgspec.DecodeError, TypeError):
                fact = decode(body, Practised)
                found.append((fact.id, fact.day.isoformat(), body))
    return found


def _read(connection: sqlite3.Connection) -> Iterator[Row]:
    last = 0
    for row in _until_damage(connection, "ORDER BY seq"):
        last = row[0]
        yield row
    highest = last
    for row in _until_damage(connection, "ORDER BY seq DESC"):
        highest = max(highest, row[0])
        yield row
    for seq in range(last + 1, min(highest, last + _STEPS)):
        yield from _until_damage(connection, f"WHERE seq = {seq}")


def _until_damage(connection: sqlite3.Connection, which: str) -> Iterator[Row]:
    with suppress(sqlite3.DatabaseError):
        yield from connection.execute(f"SELECT {_COLUMNS} FROM facts {which}")


def _sound(row: Row) -> bool:
    try:
        fact: AnyFact = decode(row[4], AnyFact)  # type: ignore[arg-type]
    except (msgspec.DecodeError, TypeError):
        return False
    texts = (row[1], row[3], row[5], row[6])
    return fact.id == row[1] and all(isinstance(text, str) for text in texts) and isinstance(row[7], int)
