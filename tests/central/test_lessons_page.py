"""The lessons as staff read them: what is complete, and every step in words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.central.lessons import views as lessons
from kiosk.lessons.content import load_all
from kiosk.lessons.kinds import KINDS
from tests.central.people import browser


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The lessons that ship, in a folder that may be spoilt."""
    root = tmp_path / "lessons"
    shutil.copytree(lessons.ROOT, root)
    monkeypatch.setattr(lessons, "ROOT", root)
    return root


def test_every_kind_of_step_has_a_word() -> None:
    assert set(lessons.KIND_WORDS) == set(KINDS)


def test_every_lesson_that_ships_is_listed_with_its_languages() -> None:
    page = browser("staff").get("/beheer/lessen/").content.decode()
    library = load_all(lessons.ROOT)
    assert library.lessons
    for lesson in library.lessons.values():
        assert f"/beheer/lessen/{lesson.id}/" in page
        assert {one.code for one in lessons.spoken(lesson) if one.complete} >= {"nl", "en", "ar"}
    assert "nog niet gelezen door een moedertaalspreker" in page


@pytest.mark.parametrize("language", ["nl", "en", "ar"])
def test_every_text_of_every_step_can_be_read(language: str) -> None:
    for lesson in load_all(lessons.ROOT).lessons.values():
        page = browser("staff").get(f"/beheer/lessen/{lesson.id}/?in={language}")
        text = page.content.decode()
        assert page.status_code == 200
        for step in lesson.steps:
            said = [step.say, *step.how, *step.hints, step.right, step.wrong, step.coach, step.card]
            said += [option.text for option in getattr(step.do, "options", [])]
            assert all(_escaped(one[language]) in text for one in said if one)


def _escaped(text: str) -> str:
    from django.utils.html import escape

    return escape(text)


def test_each_text_says_which_language_it_is_really_in(monkeypatch: pytest.MonkeyPatch) -> None:
    found = load_all(lessons.ROOT)
    whole = found.lessons["toetsen"]
    steps = [replace(whole.steps[0], say={"nl": "Kijk."}), *whole.steps[1:]]
    half = replace(whole, title={"nl": "Titel"}, goal={"nl": "Doel"}, steps=steps)
    monkeypatch.setattr(lessons, "load_all", lambda root: replace(found, lessons={"toetsen": half}))
    page = browser("staff").get("/beheer/lessen/toetsen/?in=ar").content.decode()
    for said in ("Titel</h1>", "Doel</p>", "Kijk.</h2>"):
        assert f'lang="nl" dir="auto">{said}' in page
    assert '<h2 lang="ar" dir="auto">' in page


def test_a_translation_that_lags_behind_is_counted_and_the_rest_is_dutch(copied: Path) -> None:
    source = copied / "apparaat" / "toetsen" / "lesson.yaml"
    source.write_text(source.read_text().replace("Typ het woord boek.", "Typ nu het woord boek."))
    listed = browser("staff").get("/beheer/lessen/").content.decode()
    assert "is niet te lezen" in listed
    assert "Typ nu het woord boek." in listed
    assert "/beheer/lessen/toetsen/" not in listed


def test_a_language_that_is_not_there_is_at_nought(copied: Path) -> None:
    (copied / "apparaat" / "toetsen" / "ar.po").unlink()
    lesson = load_all(copied).lessons["toetsen"]
    by_code = {one.code: one for one in lessons.spoken(lesson)}
    assert (by_code["ar"].done, by_code["en"].complete) == (0, True)
    page = browser("staff").get("/beheer/lessen/toetsen/?in=ar").content.decode()
    assert "Typ het woord boek." in page


@pytest.mark.parametrize("address", ["nowhere/", "../"])
def test_a_lesson_that_is_not_there_is_said_to_be_so(address: str) -> None:
    assert browser("staff").get(f"/beheer/lessen/{address}").status_code in (200, 404)
    assert browser("staff").get("/beheer/lessen/nowhere/").status_code == 404
