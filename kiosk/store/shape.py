"""The shape of a database file, and the road from every earlier one to today's.

Why the number stands in the file (`PRAGMA user_version`): a step and its number are written in one transaction, so a
process that is killed in between leaves a file of the one shape or of the other. Files of 0.1.0 carry no number; they
have shape 1. Whoever changes a `.sql` file adds a step: a new file and one that took every step are the same.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from kiosk.errors import KnownError
from kiosk.failpoints import reach


class Newer(KnownError):
    """A newer version wrote this file; this one would harm it."""


@dataclass(frozen=True)
class Shape:
    """`schema`: the SQL of a new file. `steps`: SQL, each from one number to the next; the first leads from 1 to 2."""

    schema: Path
    steps: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        """What a file of today carries."""
        return 1 + len(self.steps)


#: A copy of what central knows, and what central does not know yet.
REPLICA = Shape(
    Path(__file__).with_name("schema.sql"),
    # A feed that started anew was filled under its name and a plus
    (
        "DELETE FROM records WHERE feed LIKE '%+'; DELETE FROM heads WHERE feed LIKE '%+';",
        "CREATE TABLE unindexed (seq INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL UNIQUE);"
        "INSERT INTO unindexed (title) VALUES ('');",
    ),
)
FACTS = Shape(
    Path(__file__).with_name("facts.sql"),
    ("CREATE TABLE practised (id TEXT PRIMARY KEY, day TEXT NOT NULL, body BLOB NOT NULL) WITHOUT ROWID;",),
)


def check(path: Path, shape: Shape) -> None:
    """`Newer` when this file is beyond us. Nothing is written."""
    # A connection that may write would bring the WAL into the file when it is closed
    with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True)) as connection:
        number = _number(connection)
    if number > shape.number:
        what = (
            f"A newer version of Wegwijs wrote this file: its shape is {number}, and this version knows {shape.number}"
        )
        raise Newer(what, str(path), "Install the newer version again; the file is as it was.")


def bring(connection: sqlite3.Connection, shape: Shape) -> None:
    """Give a file, new or of any earlier shape, today's."""
    number = _number(connection)
    if number == 0 and (shape.number == 1 or _is_new(connection)):
        _take(connection, shape.schema.read_text("utf-8"), shape.number)
        return
    for place, step in enumerate(shape.steps[max(number, 1) - 1 :], max(number, 1) + 1):
        _take(connection, step, place)


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


def _number(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _is_new(connection: sqlite3.Connection) -> bool:
    return not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]


def _take(connection: sqlite3.Connection, sql: str, number: int) -> None:
    with transaction(connection):
        for statement in _statements(sql):
            connection.execute(statement)
            reach("within step")
        connection.execute(f"PRAGMA user_version = {number}")
        reach("before step")
    reach("after step")


def _statements(sql: str) -> Iterator[str]:
    """One by one: `executescript` would commit before it begins."""
    statement = ""
    for part in sql.split(";")[:-1]:
        statement += part + ";"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
