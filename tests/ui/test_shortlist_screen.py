"""A list of one's own: titles go on it and off it, along on a phone, and are gone with the Turn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from PySide6.QtCore import Qt

from kiosk.wire import Record, Title
from tests import library
from tests.ui.conftest import House

ENTER, TAB, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape
MANY = [Title(id=f"veel-{number}", title=f"Een titel met een lange naam, nummer {number}") for number in range(31)]


@pytest.fixture
def records() -> Sequence[Record]:
    return [*library.library(), *MANY]


def titles(house: House) -> list[str]:
    return list(house.backend.catalogue.shortlist.ids)


def rows(house: House) -> list[Any]:
    return [item for item in house.items() if house.kind(item) == "ShortlistRow"]


@pytest.fixture
def filled(house: House) -> House:
    """With Max Havelaar and The bicycle on the list."""
    house.begin()
    for title in ("t-havelaar", "t-fiets"):
        house.backend.catalogue.shortlist.add(title)
    house.go("shortlist")
    return house


def test_one_press_on_a_title_puts_it_on_the_list_and_the_next_leads_there(house: House) -> None:
    house.begin("title", {"titleId": "t-havelaar"})
    house.click("Zet op mijn lijst")
    assert titles(house) == ["t-havelaar"]
    house.click("Naar mijn lijst")
    assert house.screens().property("currentName") == "shortlist"
    assert "1 titel op uw lijst" in house.texts()


def test_by_keyboard_too(house: House) -> None:
    house.begin("title", {"titleId": "t-havelaar"})
    house.reach("Zet op mijn lijst")
    house.key(ENTER, ENTER)
    assert house.screens().property("currentName") == "shortlist"
    house.reach("Max Havelaar, Multatuli, Boek, Laak, plank MULT")
    house.key(ENTER)
    assert house.screens().property("currentName") == "title"


def test_the_list_says_where_each_title_stands(filled: House) -> None:
    assert {"Laak, plank MULT", "Escamp, plank J 629.2"} <= set(filled.texts())


def test_what_is_taken_off_is_gone_and_the_focus_goes_to_the_next(filled: House) -> None:
    filled.click("Haal Max Havelaar van de lijst")
    assert titles(filled) == ["t-fiets"]
    assert filled.focus.startswith("De fiets")
    filled.key(TAB, ENTER)
    assert titles(filled) == []
    assert "Uw lijst is leeg" in filled.texts()
    assert filled.find("Zoek een titel")


def test_an_empty_list_leads_back_to_the_one_search(house: House) -> None:
    house.begin("search")
    house.go("shortlist")
    house.click("Zoek een titel")
    assert house.screens().property("currentName") == "search"
    house.key(ESCAPE)
    assert house.screens().property("currentName") == "home"


def test_the_search_leads_to_the_list_once_something_is_on_it(house: House) -> None:
    house.begin("search")
    assert not [item for item in house.items() if house.says(item).startswith("Mijn lijst")]
    house.backend.catalogue.shortlist.add("t-fiets")
    house.click("Mijn lijst (1)")
    assert house.screens().property("currentName") == "shortlist"


def test_a_code_takes_the_list_along_on_a_phone(filled: House) -> None:
    (code,) = [item for item in filled.items() if filled.kind(item) == "Code"]
    assert code.width() >= 300
    assert len(filled.backend.catalogue.shortlist.codes) == 1


def test_a_long_list_needs_more_codes_one_of_which_is_shown(house: House) -> None:
    house.begin()
    for title in MANY:
        house.backend.catalogue.shortlist.add(title.id)
    house.go("shortlist")
    codes = house.backend.catalogue.shortlist.codes
    assert len(titles(house)) == 30, "nobody carries more"
    assert len(codes) > 1
    assert (codes[0]["first"], codes[-1]["last"]) == (1, 30)
    (shown,) = [item for item in house.items() if house.kind(item) == "Code"]
    first = shown.property("drawn")["path"]
    house.click("Code 2")
    (shown,) = [item for item in house.items() if house.kind(item) == "Code"]
    assert shown.property("drawn")["path"] != first


def test_a_full_list_says_so(house: House) -> None:
    house.begin()
    for title in MANY[:30]:
        house.backend.catalogue.shortlist.add(title.id)
    house.go("title", {"titleId": "t-fiets"})
    house.click("Mijn lijst is vol")
    assert house.screens().property("currentName") == "shortlist"
    assert len(titles(house)) == 30


def test_the_next_visitor_finds_nothing_of_it(filled: House) -> None:
    filled.backend.turn.end("done")
    shortlist = filled.backend.catalogue.shortlist
    assert (shortlist.ids, shortlist.codes, shortlist.code, shortlist.titles.rows()) == ([], [], {}, [])


@pytest.mark.parametrize(("width", "height", "scale"), [(1024, 768, 1.0), (1920, 1080, 2.0), (1080, 1920, 1.5)])
def test_no_text_leaves_the_screen(filled: House, width: int, height: int, scale: float) -> None:
    filled.window.resize(width, height)
    filled.backend.display.scale = scale
    filled.rest()
    shown = [item for row in rows(filled) for item in filled.items(row) if item.inherits("QQuickText")]
    assert len(shown) >= 4
    for item in shown:
        left = item.mapToScene(item.boundingRect().topLeft()).x()
        assert item.property("contentWidth") <= item.width() + 1, item.property("text")
        assert left >= 0
        assert left + item.width() <= width
