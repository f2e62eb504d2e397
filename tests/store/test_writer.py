from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from kiosk.errors import KnownError, StoreDamaged
from kiosk.store import files
from kiosk.store.replica import Replica
from kiosk.store.writer import Astray, Writer
from kiosk.wire import SERVICE, Change, Changes, Copy, Desk, Title, encode
from kiosk.wire.digest import digest


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "replica.db"


def _replica(path: Path) -> Replica:
    return Replica(path, path)


def _desk(id: str, rev: int, name: str = "Tafel") -> Change:
    desk = Desk(id=id, branch="laak", name=name, kind="table")
    return Change(id=id, rev=rev, record=msgspec.Raw(encode(desk)))


def _page(since: str, to: str, *changes: Change, digest: str = "") -> Changes:
    return Changes(service=SERVICE, feed="desks", since=since, to=to, digest=digest, changes=list(changes))


def _filled(path: Path, cursor: str, *changes: Change) -> Writer:
    writer = Writer(path)
    writer.fill("desks", cursor, changes)
    return writer


def _names(path: Path) -> dict[str, str]:
    return {desk.id: desk.name for desk in _replica(path).all("desks")}  # type: ignore[attr-defined]


def test_a_filling_and_its_cursor_come_together(path: Path) -> None:
    assert Writer(path).cursor("desks") == ""
    _filled(path, "e1-2", _desk("t1", 1), _desk("t2", 2))
    assert (set(_names(path)), Writer(path).cursor("desks")) == ({"t1", "t2"}, "e1-2")


def test_a_filling_takes_the_place_of_what_was_there(path: Path) -> None:
    _filled(path, "e1-2", _desk("old", 1))
    _filled(path, "e2-1", _desk("t1", 1))
    assert set(_names(path)) == {"t1"}


def test_a_filling_is_seen_as_a_whole_or_not(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.store.writer.CHUNK", 2)
    writer = _filled(path, "e1-2", _desk("old", 1))

    def cut_off() -> Iterator[Change]:
        for place in range(5):
            yield _desk(f"t{place}", place)
            assert set(_names(path)) == {"old"}
        raise EOFError

    with pytest.raises(EOFError):
        writer.fill("desks", "e2-9", cut_off())
    assert (set(_names(path)), writer.cursor("desks")) == ({"old"}, "e1-2")


def test_changes_replace_and_remove(path: Path) -> None:
    writer = _filled(path, "e1-2", _desk("t1", 1), _desk("t2", 2))
    gone = Change(id="t2", rev=4, deleted=True)
    assert writer.apply(_page("e1-2", "e1-4", _desk("t1", 3, "Tafel 1"), gone)) == "moved"
    assert _names(path) == {"t1": "Tafel 1"}


def test_an_empty_page_moves_the_cursor_and_changes_nothing(path: Path) -> None:
    writer = _filled(path, "e1-2", _desk("t1", 1))
    assert writer.apply(_page("e1-2", "e1-9")) == "nothing"
    assert writer.cursor("desks") == "e1-9"


def test_a_page_after_which_the_feed_would_be_another_than_centrals_is_not_kept(path: Path) -> None:
    writer = _filled(path, "e1-2", _desk("t1", 1), _desk("lost", 2))
    right = digest([("t1", 3), ("lost", 2)])
    sqlite3.connect(path).execute("DELETE FROM records WHERE id = 'lost'").connection.commit()
    with pytest.raises(Astray):
        writer.apply(_page("e1-2", "e1-3", _desk("t1", 3, "Tafel 1"), digest=right))
    assert (_names(path), writer.cursor("desks")) == ({"t1": "Tafel"}, "e1-2")
    writer.fill("desks", "e1-2", [_desk("t1", 1), _desk("lost", 2)])
    assert writer.apply(_page("e1-2", "e1-3", _desk("t1", 3, "Tafel 1"), digest=right)) == "moved"


def test_records_are_found_by_their_field(path: Path) -> None:
    _filled(path, "e1-1", _desk("t1", 1))
    assert [desk.id for desk in _replica(path).by("desks", "laak")] == ["t1"]
    assert _replica(path).by("desks", "escamp") == []


def test_a_record_is_kept_as_it_came(path: Path) -> None:
    raw = b'{"id":"t1","branch":"laak","name":"T","kind":"table","from_the_future":[1]}'
    _filled(path, "e1-1", Change(id="t1", rev=1, record=msgspec.Raw(raw)))
    assert sqlite3.connect(path).execute("SELECT body FROM records").fetchone() == (raw,)
    assert _names(path) == {"t1": "T"}


@pytest.mark.parametrize("branch", [b"5", b'"\xff"', b"[" * 5000 + b"]" * 5000], ids=["a number", "no UTF-8", "deep"])
def test_a_record_whose_field_cannot_be_read_spoils_no_other(path: Path, branch: bytes) -> None:
    raw = b'{"id":"t1","branch":%s,"name":"T","kind":"table"}' % branch
    _filled(path, "e1-1", Change(id="t1", rev=1, record=msgspec.Raw(raw)), _desk("t2", 2))
    assert [desk.id for desk in _replica(path).by("desks", "laak")] == ["t2"]
    assert sqlite3.connect(path).execute("SELECT body FROM records WHERE id = 't1'").fetchone() == (raw,)


def test_a_page_is_applied_as_a_whole_or_not(path: Path) -> None:
    writer = _filled(path, "e1-1", _desk("t1", 1))
    bad = _desk("t3", 2**70)
    with pytest.raises(OverflowError):
        writer.apply(_page("e1-1", "e1-3", _desk("t2", 2), bad))
    assert (set(_names(path)), writer.cursor("desks")) == ({"t1"}, "e1-1")
    writer.apply(_page("e1-1", "e1-2", _desk("t2", 2)))
    assert set(_names(path)) == {"t1", "t2"}


def test_what_belongs_to_another_branch_is_forgotten(path: Path) -> None:
    writer = Writer(path)
    writer.belong("k1", "laak")
    writer.fill("desks", "e1-1", [_desk("t1", 1)])
    writer.belong("k1", "laak")
    assert set(_names(path)) == {"t1"}
    writer.belong("k9", "escamp")
    assert (_names(path), writer.cursor("desks")) == ({}, "")
    assert (_replica(path).known("kiosk"), _replica(path).known("branch")) == ("k9", "escamp")


def test_a_damaged_file_is_made_anew_and_leaves_nothing_behind(path: Path) -> None:
    for _ in range(2):
        path.write_bytes(b"rubbish" * 1000)
        writer = Writer(path)
        assert writer.cursor("desks") == ""
        assert "is fetched again" in writer.notes[0]
        writer.close()
    assert not list(path.parent.glob("*damaged*"))


def test_a_long_journal_does_not_stay(path: Path) -> None:
    writer = _filled(path, "e1-1", *(_desk(f"t{place}", place, "x" * 10_000) for place in range(3000)))
    wal = path.with_name("replica.db-wal")
    assert wal.stat().st_size > 20 << 20
    for cursor in range(2, 5):
        writer.apply(_page(f"e1-{cursor - 1}", f"e1-{cursor}", _desk("t1", cursor)))
    assert wal.stat().st_size <= 16 << 20


def test_a_reader_sees_the_file_that_took_the_place_of_a_damaged_one(path: Path) -> None:
    writer, replica = Writer(path), _replica(path)
    writer.fill("desks", "e1-1", [_desk("t1", 1)])
    assert [desk.id for desk in replica.all("desks")] == ["t1"]
    writer.mend("found to be damaged")
    writer.fill("desks", "e1-2", [_desk("t2", 2)])
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


def test_a_closed_replica_is_not_taken_for_a_damaged_one(path: Path) -> None:
    writer = _filled(path, "e1-1", _desk("t1", 1))
    writer.close()
    for use in (lambda: writer.cursor("desks"), lambda: writer.know(a="b"), lambda: writer.mend("why")):
        with pytest.raises(KnownError, match="closed") as caught:
            use()
        assert not isinstance(caught.value, StoreDamaged)
    assert set(_names(path)) == {"t1"}
    assert not list(path.parent.glob("*damaged*"))


def _told(feed: str, since: str, to: str, *changes: Change) -> Changes:
    return Changes(service=SERVICE, feed=feed, since=since, to=to, changes=list(changes))


def _copy(title: str, rev: int) -> Change:
    return Change(id="c1", rev=rev, record=msgspec.Raw(encode(Copy(id="c1", title=title, branch="laak"))))


def test_the_titles_that_the_index_lacks_are_marked_with_what_changed(path: Path) -> None:
    writer = _filled(path, "e1-1")
    marked = [writer.unindexed()]
    writer.apply(
        _told("titles", "", "e1-2", Change(id="t1", rev=1, record=msgspec.Raw(encode(Title(id="t1", title="A")))))
    )
    writer.apply(_told("copies", "", "e1-3", _copy("t1", 2)))
    writer.apply(_told("copies", "e1-3", "e1-4", _copy("t2", 3)))
    marked.append(writer.unindexed())
    assert (marked[0], _replica(path).unindexed(marked[1])) == (0, ["t1", "t2"])
    writer.apply(_told("copies", "e1-4", "e1-5", Change(id="c1", rev=4, deleted=True)))
    writer.indexed(marked[1])
    assert _replica(path).unindexed(writer.unindexed()) == ["t2"], "it changed again meanwhile"
    writer.indexed(writer.unindexed())
    assert writer.unindexed() == 0


def test_a_filling_or_another_branch_marks_all_titles(path: Path) -> None:
    writer = _filled(path, "e1-1")
    writer.fill("copies", "e1-1", [_copy("t1", 1)])
    assert _replica(path).unindexed(writer.unindexed()) == [""]
    writer.indexed(writer.unindexed())
    writer.belong("k1", "laak")
    assert _replica(path).unindexed(writer.unindexed()) == [""]
    writer.belong("k1", "laak")
    writer.unindex()
    assert writer.unindexed()


def test_a_feed_is_read_in_pieces(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.store.replica._SOME", 2)
    _filled(path, "e1-1", *(_desk(f"t{number}", number) for number in range(5)))
    assert [desk.id for desk in _replica(path).each("desks")] == [f"t{number}" for number in range(5)]
