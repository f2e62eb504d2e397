"""The kind of database that these tests run on: SQLite, or the PostgreSQL that WEGWIJS_TEST_DATABASE names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.postgres import database

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
