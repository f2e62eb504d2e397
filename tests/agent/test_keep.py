from __future__ import annotations

import contextlib
import os
import sqlite3
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.agent import boot, keep
from kiosk.agent.keep import Facts
from kiosk.errors import BadInput, KnownError, StoreDamaged
from kiosk.wire import AnyFact, Claim, Result, decode
from tests.agent.facts import a_claim, an_ask, practised


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "facts.db"


def _ids(facts: Facts) -> list[str]:
    return [sent.id for sent in facts.to_send()]


def test_a_fact_is_there_for_the_next_agent(path: Path) -> None:
    claim = a_claim()
    Facts(path).keep(claim)
    [sent] = Facts(path).to_send()
    assert decode(sent.data, AnyFact) == claim  # type: ignore[arg-type]
    assert (sent.kind, sent.id) == ("claim", claim.id)


def test_every_commit_is_synced(path: Path) -> None:
    facts = Facts(path)
    assert facts._connection.execute("PRAGMA synchronous").fetchone() == (2,)
    assert facts._connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_the_folder_of_a_new_file_is_synced_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(Path(f"/proc/self/fd/{handle}").readlink()))
    Facts(path)
    assert path.parent in synced


def test_keeping_the_same_fact_again_is_harmless(path: Path) -> None:
    facts, claim = Facts(path), a_claim()
    facts.keep(claim)
    facts.keep(claim)
    assert _ids(facts) == [claim.id]


def test_another_fact_under_the_same_id_is_refused(path: Path) -> None:
    facts, claim = Facts(path), a_claim()
    facts.keep(claim)
    with pytest.raises(BadInput):
        facts.keep(Claim(id=claim.id, desk="another", until=claim.until))
    assert decode(facts.to_send()[0].data, AnyFact) == claim  # type: ignore[arg-type]


def test_a_fact_that_no_batch_can_hold_is_refused(path: Path) -> None:
    with pytest.raises(BadInput, match="longer"):
        Facts(path).keep(a_claim(desk="x" * 70_000))


def test_help_goes_before_check_ins_and_else_the_oldest_first(path: Path) -> None:
    facts, kept = Facts(path), [a_claim(), a_claim(), an_ask()]
    for fact in kept:
        facts.keep(fact)
    assert _ids(facts) == [kept[2].id, kept[0].id, kept[1].id]
    assert len(facts.to_send(2)) == 2


def test_the_age_does_not_follow_the_wall_clock(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = Facts(path)
    start = boot.ticks()
    monkeypatch.setattr(keep, "ticks", lambda: start)
    facts.keep(a_claim())
    monkeypatch.setattr(keep, "ticks", lambda: start + 81_234)
    assert facts.to_send()[0].age_ms == 81_234


def test_after_a_restart_of_the_computer_the_age_is_not_known(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = Facts(path)
    facts.keep(a_claim())
    monkeypatch.setattr(keep, "boot", lambda: "another start")
    assert facts.to_send()[0].age_ms is None


def test_only_what_central_named_is_forgotten(path: Path) -> None:
    facts, kept = Facts(path), [a_claim(), a_claim(), a_claim()]
    for fact in kept:
        facts.keep(fact)
    facts.settle([Result(id=kept[0].id, status="stored"), Result(id=kept[1].id, status="duplicate")])
    assert _ids(facts) == [kept[2].id]


def test_what_central_can_never_use_is_kept_for_staff(path: Path) -> None:
    facts, claim = Facts(path), a_claim()
    facts.keep(claim)
    facts.settle([Result(id=claim.id, status="rejected", reason="no such desk")])
    assert (facts.waiting(), facts.quarantined(), facts.to_send()) == (0, 1, [])
    rows = sqlite3.connect(path).execute("SELECT reason FROM facts").fetchall()
    assert rows == [("no such desk",)]


def _broken(path: Path, count: int) -> list[str]:
    """A file with so many facts, of which a page in the middle is damaged; the ids."""
    facts = Facts(path)
    ids = []
    for _ in range(count):
        claim = a_claim(desk="laak-" + "x" * 300)
        facts.keep(claim)
        ids.append(claim.id)
    facts.close()
    pages = path.stat().st_size // 4096
    data = bytearray(path.read_bytes())
    leaves = [page for page in range(1, pages) if data[page * 4096] == 13]
    middle = leaves[len(leaves) // 2]
    data[middle * 4096 : middle * 4096 + 4096] = b"\xff" * 4096
    path.write_bytes(data)
    return ids


def test_from_a_damaged_file_all_that_can_be_read_is_saved(path: Path) -> None:
    ids = _broken(path, 200)
    facts = Facts(path)
    saved = [sent.id for sent in facts.to_send(500)]
    assert 150 < len(saved) < 200
    assert saved == [id for id in ids if id in saved]
    assert f"{len(saved)} facts saved" in facts.notes[0]
    assert path.with_name("facts-damaged.db").exists()
    facts.keep(a_claim())
    assert facts.waiting() == len(saved) + 1


def test_a_file_that_is_no_database_is_put_aside(path: Path) -> None:
    path.write_bytes(b"not a database" * 1000)
    facts = Facts(path)
    facts.keep(a_claim())
    assert (facts.waiting(), len(facts.notes)) == (1, 1)


def test_a_file_that_breaks_while_in_use_is_mended_and_the_fact_is_kept(path: Path) -> None:
    facts = Facts(path)
    kept = [a_claim() for _ in range(3)]
    for fact in kept:
        facts.keep(fact)
    facts._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    facts._connection.execute("PRAGMA shrink_memory")
    path.write_bytes(b"\0" * path.stat().st_size)
    last = a_claim()
    facts.keep(last)
    assert last.id in _ids(facts)
    assert facts.notes


def test_a_full_disk_is_an_answer_not_a_crash(path: Path) -> None:
    facts = Facts(path)
    pages = facts._connection.execute("PRAGMA page_count").fetchone()[0]
    facts._connection.execute(f"PRAGMA max_page_count = {pages}")
    kept = _fill(facts)
    with pytest.raises(KnownError, match="full"):
        facts.keep(a_claim())
    assert 0 < facts.waiting() == kept
    assert not facts.notes


def _fill(facts: Facts) -> int:
    """Keep facts until one would not go; how many went."""
    kept = 0
    with contextlib.suppress(KnownError):
        while kept < 500:
            facts.keep(a_claim())
            kept += 1
    return kept


def test_what_was_practised_is_kept_without_a_moment_and_in_no_order(path: Path) -> None:
    facts, lessons = Facts(path), [practised() for _ in range(8)]
    for lesson in lessons:
        facts.keep(lesson)
        facts.keep(lesson)
    facts.keep(a_claim())
    (table,) = facts._connection.execute("SELECT sql FROM sqlite_master WHERE name = 'practised'").fetchone()
    assert "WITHOUT ROWID" in table  # a row number would be an order
    assert [column[1] for column in facts._connection.execute("PRAGMA table_info(practised)")] == ["id", "day", "body"]
    told = facts.practised(before=date(2026, 11, 18))
    assert [one.id for one in told] == sorted(lesson.id for lesson in lessons)
    assert facts.waiting() == len(facts.to_send()) == 1


def test_what_was_practised_today_waits_until_the_day_is_over(path: Path) -> None:
    facts = Facts(path)
    facts.keep(practised(date(2026, 11, 18)))
    assert facts.practised(before=date(2026, 11, 18)) == []
    assert len(facts.practised(before=date(2026, 11, 19))) == 1


def test_what_central_has_dealt_with_is_forgotten(path: Path) -> None:
    facts, one, other = Facts(path), practised(), practised()
    facts.keep(one)
    facts.keep(other)
    facts.forget_practised([one.id])
    assert facts.practised(before=date(2026, 12, 1)) == [other]


def test_what_was_practised_survives_a_damaged_file(path: Path) -> None:
    facts, lesson = Facts(path), practised()
    facts.keep(lesson)
    facts._connection = facts._rescued("found to be damaged")
    assert facts.practised(before=date(2026, 12, 1)) == [lesson]


def test_closed_facts_are_not_taken_for_damaged_ones(path: Path) -> None:
    facts, claim = Facts(path), a_claim()
    facts.keep(claim)
    facts.close()
    for use in (lambda: facts.keep(a_claim()), facts.waiting):
        with pytest.raises(KnownError, match="closed"):
            use()
    assert not facts.notes
    assert _ids(Facts(path)) == [claim.id]


def test_facts_that_cannot_be_mended_are_not_taken_for_a_damaged_replica(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise StoreDamaged("This file is damaged", str(path))

    facts = Facts(path)
    facts._connection.close()
    monkeypatch.setattr(keep, "open_to_write", broken)
    with pytest.raises(KnownError, match="The facts cannot be written") as caught:
        facts.waiting()
    assert not isinstance(caught.value, StoreDamaged)


@pytest.mark.parametrize("spoilt", [b'{"id":"\xff"}', b"rubbish", 3, b'{"id":"x","lesson":"l","steps":1,"done":1}'])
def test_what_was_practised_and_cannot_be_read_is_forgotten(path: Path, spoilt: object) -> None:
    facts, lesson = Facts(path), practised()
    facts.keep(lesson)
    facts._connection.execute("INSERT INTO practised VALUES ('a', '2026-11-17', ?)", (spoilt,))
    assert facts.practised(before=date(2026, 12, 1)) == [lesson]
    assert facts._connection.execute("SELECT id FROM practised").fetchall() == [(lesson.id,)]


def test_a_damaged_file_with_what_is_no_text_is_mended(path: Path) -> None:
    facts, lesson = Facts(path), practised()
    facts.keep(lesson)
    facts._connection.execute("INSERT INTO practised VALUES ('a', '2026-11-17', ?)", (b'{"id":"\xff"}',))
    facts._connection = facts._rescued("found to be damaged")
    assert facts.practised(before=date(2026, 12, 1)) == [lesson]


def test_what_central_will_never_take_is_not_kept_for_ever(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    facts, now = Facts(path), datetime(2026, 11, 18, 13, 7, tzinfo=UTC)
    for days in (31, 31, 29):
        monkeypatch.setattr(keep.clock, "now", lambda days=days: now - timedelta(days=days))
        facts.keep(a_claim())
    first, *others = _ids(facts)
    facts.settle([Result(id=id, status="rejected", reason="no such desk") for id in others])
    monkeypatch.setattr(keep.clock, "now", lambda: now)
    facts.forget_refused()
    assert facts.quarantined() == 1, "staff still look at it"
    assert _ids(facts) == [first], "what waits is never let go"
