from __future__ import annotations

import sqlite3
from pathlib import Path

import msgspec
import pytest

from kiosk.store import files
from kiosk.store.replica import Replica
from kiosk.store.writer import Writer
from kiosk.wire import SERVICE, Change, Changes, Desk, encode


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "replica.db"


def _replica(path: Path) -> Replica:
    return Replica(path, path)


def _desk(id: str, rev: int, name: str = "Tafel") -> Change:
    desk = Desk(id=id, branch="laak", name=name, kind="table")
    return Change(id=id, rev=rev, record=msgspec.Raw(encode(desk)))


def _page(since: str, to: str, *changes: Change, more: bool = False) -> Changes:
    return Changes(service=SERVICE, feed="desks", since=since, to=to, more=more, changes=list(changes))


def _names(path: Path) -> dict[str, str]:
    return {desk.id: desk.name for desk in _replica(path).all("desks")}  # type: ignore[attr-defined]


def test_a_page_and_its_cursor_come_together(path: Path) -> None:
    writer = Writer(path)
    assert writer.since("desks") == ""
    assert writer.apply(_page("", "e1-2", _desk("t1", 1), _desk("t2", 2))) == "anew"
    assert (set(_names(path)), writer.cursor("desks")) == ({"t1", "t2"}, "e1-2")
    assert Writer(path).since("desks") == "e1-2"


def test_changes_replace_and_remove(path: Path) -> None:
    writer = Writer(path)
    writer.apply(_page("", "e1-2", _desk("t1", 1), _desk("t2", 2)))
    gone = Change(id="t2", rev=4, deleted=True)
    assert writer.apply(_page("e1-2", "e1-4", _desk("t1", 3, "Tafel 1"), gone)) == "moved"
    assert _names(path) == {"t1": "Tafel 1"}


def test_an_empty_page_moves_the_cursor_and_changes_nothing(path: Path) -> None:
    writer = Writer(path)
    writer.apply(_page("", "e1-2", _desk("t1", 1)))
    assert writer.apply(_page("e1-2", "e1-9")) == "nothing"
    assert writer.cursor("desks") == "e1-9"


def test_records_are_found_by_their_field(path: Path) -> None:
    Writer(path).apply(_page("", "e1-1", _desk("t1", 1)))
    assert [desk.id for desk in _replica(path).by("desks", "laak")] == ["t1"]
    assert _replica(path).by("desks", "escamp") == []


def test_a_record_is_kept_as_it_came(path: Path) -> None:
    raw = b'{"id":"t1","branch":"laak","name":"T","kind":"table","from_the_future":[1]}'
    Writer(path).apply(_page("", "e1-1", Change(id="t1", rev=1, record=msgspec.Raw(raw))))
    assert sqlite3.connect(path).execute("SELECT body FROM records").fetchone() == (raw,)
    assert _names(path) == {"t1": "T"}


def test_a_new_epoch_is_not_seen_before_it_is_whole(path: Path) -> None:
    writer = Writer(path)
    writer.apply(_page("", "e1-2", _desk("old", 1)))
    writer.restart("desks")
    assert writer.apply(_page("", "e2-5", _desk("t1", 5), more=True)) == "nothing"
    assert (set(_names(path)), writer.cursor("desks"), writer.since("desks")) == ({"old"}, "e1-2", "e2-5")
    assert writer.apply(_page("e2-5", "e2-6", _desk("t2", 6))) == "anew"
    assert (set(_names(path)), writer.cursor("desks")) == ({"t1", "t2"}, "e2-6")


def test_a_filling_that_was_interrupted_goes_on_where_it_was(path: Path) -> None:
    Writer(path).apply(_page("", "e1-5", _desk("t1", 5), more=True))
    writer = Writer(path)
    assert (writer.since("desks"), writer.cursor("desks"), _names(path)) == ("e1-5", "", {})
    writer.apply(_page("e1-5", "e1-6", _desk("t2", 6)))
    assert set(_names(path)) == {"t1", "t2"}


def test_a_filling_that_starts_anew_forgets_the_first(path: Path) -> None:
    writer = Writer(path)
    writer.apply(_page("", "e1-5", _desk("stale", 5), more=True))
    writer.restart("desks")
    writer.apply(_page("", "e2-1", _desk("t1", 1)))
    assert set(_names(path)) == {"t1"}


def test_a_page_is_applied_as_a_whole_or_not(path: Path) -> None:
    writer = Writer(path)
    writer.apply(_page("", "e1-1", _desk("t1", 1)))
    bad = Change(id="t3", rev=3, record=msgspec.Raw(b"[]"))
    with pytest.raises(msgspec.DecodeError):
        writer.apply(_page("e1-1", "e1-3", _desk("t2", 2), bad))
    assert (set(_names(path)), writer.cursor("desks")) == ({"t1"}, "e1-1")
    writer.apply(_page("e1-1", "e1-2", _desk("t2", 2)))
    assert set(_names(path)) == {"t1", "t2"}


def test_what_belongs_to_another_branch_is_forgotten(path: Path) -> None:
    writer = Writer(path)
    writer.belong("k1", "laak")
    writer.apply(_page("", "e1-1", _desk("t1", 1)))
    writer.belong("k1", "laak")
    assert set(_names(path)) == {"t1"}
    writer.belong("k9", "escamp")
    assert (_names(path), writer.since("desks")) == ({}, "")
    assert (_replica(path).known("kiosk"), _replica(path).known("branch")) == ("k9", "escamp")


def test_a_damaged_file_is_put_aside_once_and_made_anew(path: Path) -> None:
    for _ in range(2):
        path.write_bytes(b"rubbish" * 1000)
        writer = Writer(path)
        assert writer.since("desks") == ""
        assert "put aside" in writer.notes[0]
        writer.close()
    assert [found.name for found in path.parent.glob("*damaged*")] == ["replica-damaged.db"]


def test_a_reader_sees_the_file_that_took_the_place_of_a_damaged_one(path: Path) -> None:
    writer, replica = Writer(path), _replica(path)
    writer.apply(_page("", "e1-1", _desk("t1", 1)))
    assert [desk.id for desk in replica.all("desks")] == ["t1"]
    writer.mend("found to be damaged")
    writer.apply(_page("", "e1-2", _desk("t2", 2)))
    assert [desk.id for desk in replica.all("desks")] == ["t2"]


def test_the_group_may_read_along_and_nobody_else(path: Path) -> None:
    writer = Writer(path)
    writer.know(kiosk="k1")
    modes = {found.name: found.stat().st_mode & 0o777 for found in path.parent.iterdir()}
    assert modes == dict.fromkeys(("replica.db", "replica.db-wal", "replica.db-shm"), files.SHARED)


def test_what_must_be_known_before_central_answers_is_known(path: Path) -> None:
    Writer(path).know(kiosk="k1", branch="laak")
    assert (Writer(path).known("branch"), Writer(path).known("nothing")) == ("laak", "")
    assert _replica(path).known("kiosk") == "k1"
