"""The kind of database that these tests run on: SQLite, or the PostgreSQL that WEGWIJS_TEST_DATABASE names."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.postgres import ask, database, line_to

#: The address of an empty database, as in DATABASE_URL; "" for SQLite.
TESTED = os.environ.get("WEGWIJS_TEST_DATABASE", "")


@contextmanager
def empty(folder: Path) -> Iterator[str]:
    """The address of another empty database of that kind; a file lies in that folder."""
    if not TESTED:
        yield f"sqlite:///{folder}/central.db"
        return
    with database(TESTED.rpartition("/")[0]) as address:
        yield address


def copy(address: str, to: str) -> None:
    """All of one database into another of its kind, in place of what is there; nobody may be using them."""
    if not address.startswith("postgres"):
        shutil.copyfile(_file(address), _file(to))
        return
    name, wanted = address.rpartition("/")[2], to.rpartition("/")[2]
    ask(address.rpartition("/")[0], f"DROP DATABASE IF EXISTS {wanted}")
    ask(address.rpartition("/")[0], f"CREATE DATABASE {wanted} TEMPLATE {name}")


def rows(address: str, sql: str) -> list[tuple]:
    """What stands there."""
    if address.startswith("postgres"):
        return ask(address, sql)
    with closing(sqlite3.connect(_file(address))) as line:
        return line.execute(sql).fetchall()


@contextmanager
def held(address: str) -> Iterator[None]:
    """Nobody else can write facts there for so long."""
    postgres = address.startswith("postgres")
    with closing(line_to(address) if postgres else sqlite3.connect(_file(address), isolation_level=None)) as line:
        line.execute("BEGIN" if postgres else "BEGIN IMMEDIATE")
        if postgres:
            line.execute("LOCK TABLE sync_fact IN EXCLUSIVE MODE")
        yield
        line.execute("ROLLBACK")


def _file(address: str) -> str:
    return address.removeprefix("sqlite:///")
