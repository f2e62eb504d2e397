"""What there is to learn, on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import House

TAB, ENTER, RIGHT, LEFT = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Left


@pytest.fixture
def lessons(house: House) -> House:
    house.begin("lessons")
    return house


def cards(house: House) -> list[str]:
    return [house.says(item) for item in house.items() if house.kind(item) == "LessonCard"]


def test_every_lesson_says_what_one_learns_and_how_long_it_takes(lessons: House) -> None:
    first, second, third = cards(lessons)
    assert first.startswith("Aanwijzen en klikken. U wijst met de muis iets aan en klikt erop. 8 minuten, 8 stappen")
    assert second.startswith("Toetsen")
    assert third.startswith("Klopt dit?")


def test_the_first_lesson_has_the_focus_and_arrows_lead_on(lessons: House) -> None:
    assert lessons.focus.startswith("Aanwijzen")
    lessons.key(RIGHT)
    assert lessons.focus.startswith("Toetsen")
    lessons.key(LEFT)
    assert lessons.focus.startswith("Aanwijzen")


def test_enter_opens_the_lesson_and_escape_leads_back_to_it(lessons: House) -> None:
    lessons.key(RIGHT, ENTER)
    assert lessons.screen().property("title") == "Toetsen"
    lessons.key(Qt.Key.Key_Escape)
    assert lessons.screen().property("title") == "Leren"
    assert lessons.focus.startswith("Toetsen")


def test_a_begun_lesson_says_how_far_one_is(lessons: House) -> None:
    lessons.key(ENTER)
    lessons.click("Verder", "Press")
    lessons.key(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert "1 van 8 gedaan" in lessons.texts()
    assert cards(lessons)[0].endswith("1 van 8 gedaan")


def test_the_next_visitor_finds_nothing_of_it(lessons: House) -> None:
    lessons.key(ENTER)
    lessons.click("Verder", "Press")
    lessons.backend.lessons.forget()
    lessons.go("lessons")
    assert all("gedaan" not in card for card in cards(lessons))


@pytest.mark.parametrize("locale", ["nl", "en", "ar"])
@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080), (1080, 1920)])
def test_nothing_lies_outside_the_screen(house: House, locale: str, size: tuple[int, int]) -> None:
    house.backend.display.locale = locale
    house.backend.display.scale = 2.0
    house.resize(*size)
    house.begin("lessons")
    for item in house.items():
        if house.kind(item) == "LessonCard":
            left = item.mapToScene(item.boundingRect().topLeft()).x()
            assert left >= 0
            assert left + item.width() <= size[0]
