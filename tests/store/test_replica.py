"""Reading the replica: fresh, calm about what is not there, clear about what is broken."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

import kiosk.store
from kiosk.errors import KnownError, StoreDamaged
from kiosk.store.replica import Replica
from kiosk.wire import Claim, Copy, Title, encode

SQL = Path(kiosk.store.__file__).parent


@pytest.fixture
def folder(tmp_path):
    for name, schema in (("replica.db", "schema.sql"), ("facts.db", "facts.sql")):
        with _written(tmp_path / name) as made:
            made.execute("PRAGMA journal_mode=WAL")
            made.executescript((SQL / schema).read_text())
    return tmp_path


@pytest.fixture
def replica(folder):
    opened = Replica(folder / "replica.db", folder / "facts.db")
    yield opened
    opened.close()


@contextmanager
def _written(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that is closed after: `with connect(…)` only ends its transaction."""
    connection = sqlite3.connect(path)
    with closing(connection), connection:
        yield connection


def _put(folder: Path, feed: str, id: str, by: str, body: bytes) -> None:
    with _written(folder / "replica.db") as written:
        written.execute("INSERT OR REPLACE INTO records VALUES (?, ?, ?, 1, ?)", (feed, id, by, body))


def test_a_record_is_read_by_id_and_by_what_it_belongs_to(folder, replica):
    copy = Copy(id="c1", title="t1", branch="laak", status="available")
    _put(folder, "copies", "c1", "t1", encode(copy))
    assert replica.get("copies", "c1") == copy
    assert replica.by("copies", "t1", "t2") == [copy]
    assert replica.by("copies", "t2") == []
    assert replica.all("copies") == [copy]


def test_what_the_agent_writes_is_seen_at_the_next_look(folder, replica):
    assert replica.get("titles", "t1") is None
    _put(folder, "titles", "t1", "", encode(Title(id="t1", title="Max Havelaar")))
    assert replica.get("titles", "t1").title == "Max Havelaar"


def test_a_record_that_a_newer_central_shaped_otherwise_is_left_out(folder, replica):
    _put(folder, "titles", "t1", "", b'{"id":"t1","title":{"nl":"Max Havelaar"}}')
    _put(folder, "titles", "t2", "", b'{"id":"t2","title":"Oeroeg","colour":"green"}')
    assert [title.id for title in replica.all("titles")] == ["t2"]


def test_facts_that_wait_are_seen_and_quarantined_ones_are_not(folder, replica):
    claim = Claim(id="f1", desk="d", until=datetime(2026, 11, 18, 17, tzinfo=UTC))
    with _written(folder / "facts.db") as written:
        for id, reason in (("f1", None), ("f2", "unknown desk")):
            row = (None, id, 1, "claim", encode(claim), "", "", 0, reason)
            written.execute("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    assert replica.waiting() == [claim]


def test_a_kiosk_without_an_agent_yet_knows_nothing(tmp_path):
    replica = Replica(tmp_path / "replica.db", tmp_path / "facts.db")
    assert replica.all("desks") == []
    assert replica.known("branch") == ""
    assert replica.waiting() == []


def test_a_damaged_file_is_told_with_its_name(folder, replica):
    for name in ("replica.db-wal", "replica.db-shm"):
        (folder / name).unlink(missing_ok=True)
    (folder / "replica.db").write_bytes(b"nothing like a database" * 200)
    with pytest.raises(StoreDamaged) as caught:
        replica.all("desks")
    assert "replica.db" in caught.value.where


def test_a_file_that_was_put_aside_and_made_anew_is_read_again(folder, replica):
    _put(folder, "titles", "t1", "", encode(Title(id="t1", title="Max Havelaar")))
    assert replica.all("titles")
    for name in ("replica.db", "replica.db-wal", "replica.db-shm"):
        (folder / name).unlink(missing_ok=True)
    with _written(folder / "replica.db") as made:
        made.execute("PRAGMA journal_mode=WAL")
        made.executescript((SQL / "schema.sql").read_text())
    assert replica.all("titles") == []


def test_a_file_that_somebody_else_holds_is_not_a_damaged_one(folder, replica):
    with _written(folder / "replica.db") as holding:
        holding.execute("PRAGMA locking_mode=EXCLUSIVE")
        holding.execute("INSERT INTO known VALUES ('kiosk', 'k1')")
        holding.commit()
        with pytest.raises(KnownError, match="locked") as caught:
            replica.known("kiosk")
    assert not isinstance(caught.value, StoreDamaged)
    assert replica.known("kiosk") == "k1"
