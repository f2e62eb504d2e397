"""The running lesson and the lists: what one sees, and that nothing of it outlives the Turn."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.lessons.viewmodel import Lessons
from kiosk.store.replica import Replica
from tests.fake_link import FakeLink
from tests.lessons.conftest import Write


@pytest.fixture
def lessons(qtbot: QtBot, write: Write, tmp_path: Path) -> Lessons:
    write()
    write(name="tweede")
    write(("kind: choose", "kind: onzin"), name="kapot")
    lessons = Lessons(Replica(tmp_path / "none", tmp_path / "none"), FakeLink(), root=tmp_path)  # type: ignore[arg-type]
    lessons.told = []  # type: ignore[attr-defined]
    lessons.failed.connect(lessons.told.append)  # type: ignore[attr-defined]
    lessons.refresh()
    return lessons


def row(lessons: Lessons, name: str = "klein") -> dict:
    (track,) = lessons.property("tracks").rows()
    return next(row for row in track["lessons"].rows() if row["lesson"] == name)


def test_a_track_lists_its_lessons(lessons: Lessons) -> None:
    (track,) = lessons.property("tracks").rows()
    assert track["title"] == {"nl": "Proef"}
    assert [(row["lesson"], row["minutes"], row["count"], row["stage"]) for row in track["lessons"].rows()] == [
        ("klein", 3, 2, "new"),
        ("tweede", 3, 2, "new"),
    ]


def test_what_is_broken_is_told_once(lessons: Lessons) -> None:
    lessons.refresh()
    (broken,) = lessons.told  # type: ignore[attr-defined]
    assert broken.where.endswith("kapot/lesson.yaml: $.steps[1].do.kind")
    assert broken.do.startswith("Kinds are")


def test_onward_waits_for_the_deed(lessons: Lessons) -> None:
    lessons.open("klein")
    player = lessons.property("player")
    player.onward()
    player.onward()
    assert (player.property("now"), player.property("state")) == (2, "open")
    player.did("nee")
    player.onward()
    assert (player.property("now"), player.property("reply")) == (2, {"nl": "Bijna."})
    player.did("ja")
    player.onward()
    assert player.property("finished")
    assert row(lessons)["stage"] == "done"


def test_a_skipped_step_is_shown_as_skipped_until_it_is_done(lessons: Lessons) -> None:
    lessons.open("klein")
    player = lessons.property("player")
    player.skip()
    assert player.property("states") == ["skipped", "open"]
    player.back()
    player.onward()
    assert player.property("states") == ["done", "open"]


def test_hints_come_one_by_one_and_end(lessons: Lessons) -> None:
    lessons.open("klein")
    player = lessons.property("player")
    player.onward()
    assert player.property("hintWords") == {}
    for _ in range(5):
        player.hint()
    assert (player.property("hintLevel"), player.property("hintWords")) == (1, {"nl": "Kijk naar ja."})


def test_after_three_misses_a_hint_is_offered(lessons: Lessons) -> None:
    lessons.open("klein")
    player = lessons.property("player")
    player.onward()
    for _ in range(2):
        player.did("nee")
    assert not player.property("offersHint")
    player.did("nee")
    assert player.property("offersHint")
    player.hint()
    assert not player.property("offersHint")


@pytest.mark.parametrize(("deeds", "pose"), [([], "point"), (["nee"], "think"), (["ja"], "well-done")])
def test_the_stork_shows_how_it_goes(lessons: Lessons, deeds: list[str], pose: str) -> None:
    lessons.open("klein")
    player = lessons.property("player")
    assert player.property("pose") == "hello"
    player.onward()
    for deed in deeds:
        player.did(deed)
    assert player.property("pose") == pose


def test_a_lesson_goes_on_where_it_was_left(lessons: Lessons) -> None:
    lessons.open("klein")
    lessons.property("player").onward()
    lessons.open("tweede")
    assert lessons.property("player").property("now") == 1
    lessons.open("klein")
    assert lessons.property("player").property("now") == 2
    assert row(lessons)["stage"] == "begun"
    assert row(lessons)["done"] == 1


def test_a_finished_lesson_begins_anew(lessons: Lessons) -> None:
    lessons.open("klein")
    player = lessons.property("player")
    player.skip()
    player.skip()
    assert player.property("finished")
    lessons.open("klein")
    assert (player.property("now"), player.property("deeds")) == (1, [])


def test_the_lesson_after_this_one_is_offered_until_it_is_done(lessons: Lessons) -> None:
    lessons.open("klein")
    assert lessons.property("following")["lesson"] == "tweede"
    lessons.open("tweede")
    assert lessons.property("following") == {}


def test_an_unknown_lesson_opens_nothing(lessons: Lessons) -> None:
    lessons.open("nergens")
    player = lessons.property("player")
    assert (player.property("lesson"), player.property("count"), player.property("do")) == ("", 0, {})
    for slot in (player.onward, player.skip, player.back, player.hint, player.again):
        slot()
    player.did("ja")
    assert player.property("lesson") == ""


def test_when_the_turn_is_over_nothing_is_left(lessons: Lessons) -> None:
    lessons.open("klein")
    player = lessons.property("player")
    player.onward()
    player.did("nee")
    player.hint()
    player.showAlso("en")
    lessons.forget()
    assert (player.property("lesson"), player.property("second"), row(lessons)["stage"]) == ("", "", "new")
    lessons.open("klein")
    assert (player.property("now"), player.property("deeds"), player.property("hintLevel")) == (1, [], 0)


def test_at_the_end_of_a_turn_numbers_without_a_name_are_told(lessons: Lessons) -> None:
    player = lessons.property("player")
    lessons.open("tweede")
    player.skip()
    lessons.open("klein")
    player.onward()
    lessons.forget()
    (told,) = lessons._link.facts  # type: ignore[attr-defined]
    assert (told.lesson, told.done, told.steps) == ("klein", 1, 2)
    lessons.forget()
    assert len(lessons._link.facts) == 1  # type: ignore[attr-defined]
