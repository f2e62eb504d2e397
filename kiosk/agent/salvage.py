"""Getting facts out of a damaged file. Repeating a fact that central already has is harmless; losing one is not.

Whatever happens on the way (a crash, a full disk), the facts are in the damaged file, or in a whole one beside it that
takes its place at the next start.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

import msgspec

from kiosk.failpoints import reach
from kiosk.store.files import is_damage, open_to_write, put_aside, remove, sync_folder, transaction
from kiosk.store.shape import FACTS
from kiosk.wire import AnyFact, Practised, decode

Row = tuple[int, str, int, str, bytes, str, str, int, str | None]

COLUMNS = "seq, id, lane, kind, body, at, boot, ticks, reason"

_SAVE = f"INSERT OR IGNORE INTO facts ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"

_SAVE_PRACTISED = "INSERT OR IGNORE INTO practised (id, day, body) VALUES (?, ?, ?)"

#: A hole of damaged pages is stepped over row by row, this far at most.
_STEPS = 100_000


def rescue(path: Path) -> tuple[int, Path]:
    """Put a file in the place of the damaged one with all facts that can be read; how many, and where the rest is."""
    half, whole = _beside(path)
    rows, practised = salvage(path), salvage_practised(path)
    remove(half)
    with closing(open_to_write(half, FACTS, "FULL")) as connection:
        with transaction(connection):
            connection.executemany(_SAVE, rows)
            connection.executemany(_SAVE_PRACTISED, practised)
            reach("before saved")
        # All of it into the one file: closing would leave it in a -wal when the disk is full, without a word
        if connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete":
            raise sqlite3.OperationalError("the saved facts cannot be put into one file")
    half.replace(whole)
    sync_folder(path.parent)
    reach("after saved")
    return len(rows), finish(path)


def finish(path: Path) -> Path:
    """Let the whole file, if there is one, take its place: it holds all that the damaged one held."""
    _, whole = _beside(path)
    aside = path.with_name(f"{path.stem}-damaged{path.suffix}")
    if whole.exists():
        put_aside(path)
        reach("after put aside")
        whole.replace(path)
        sync_folder(path.parent)
    return aside


def _beside(path: Path) -> tuple[Path, Path]:
    return path.with_name(f"{path.stem}-half{path.suffix}"), path.with_name(f"{path.stem}-saved{path.suffix}")


def salvage(path: Path) -> list[Row]:
    """Every row that can still be read and makes sense, in the order in which they were kept. `sqlite3.Error` when the
    file cannot be opened now."""
    rows: dict[int, Row] = {}
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for row in _read(connection, path):
            if is_sound(row):
                rows[row[0]] = row
    return [rows[seq] for seq in sorted(rows)]


def salvage_practised(path: Path) -> list[tuple[str, str, bytes]]:
    """What was practised, as far as it can be read and makes sense."""
    found: list[tuple[str, str, bytes]] = []
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for body in _bodies(connection, path):
            with suppress(msgspec.DecodeError, TypeError):
                fact = decode(body, Practised)
                found.append((fact.id, fact.day.isoformat(), body))
    return found


def _bodies(connection: sqlite3.Connection, path: Path) -> Iterator[bytes]:
    try:
        for (body,) in connection.execute("SELECT body FROM practised"):
            yield body
    except sqlite3.DatabaseError as error:
        # A file of an earlier version has no such table
        if not is_damage(error, path):
            raise


def _read(connection: sqlite3.Connection, path: Path) -> Iterator[Row]:
    def until_damage(which: str) -> Iterator[Row]:
        try:
            yield from connection.execute(f"SELECT {COLUMNS} FROM facts {which}")
        except sqlite3.DatabaseError as error:
            if not is_damage(error, path):
                raise

    last = 0
    for row in until_damage("ORDER BY seq"):
        last = row[0]
        yield row
    highest = last
    for row in until_damage("ORDER BY seq DESC"):
        highest = max(highest, row[0])
        yield row
    for seq in range(last + 1, min(highest, last + _STEPS)):
        yield from until_damage(f"WHERE seq = {seq}")


def is_sound(row: Row) -> bool:
    """Whether this is still the fact that was kept."""
    try:
        fact: AnyFact = decode(row[4], AnyFact)  # type: ignore[arg-type]
        datetime.fromisoformat(row[5])
    except (msgspec.DecodeError, TypeError, ValueError):
        return False
    numbers = (row[0], row[2], row[7])
    texts = (row[1], row[3], row[6])
    return fact.id == row[1] and _all(numbers, int) and _all(texts, str)


def _all(values: tuple[object, ...], kind: type) -> bool:
    return all(isinstance(value, kind) for value in values)
