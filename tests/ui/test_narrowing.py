"""Choosing among what was found, by mouse and keyboard; and the ways on when nothing is left, or nothing is typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem

from kiosk.catalogue import index
from kiosk.settings import Settings
from kiosk.wire import Copy, Record, Theme, Title
from tests import library
from tests.ui.conftest import House

ENTER, SPACE, TAB, DOWN, UP = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Up
LEFT, RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right

KOOK = [
    Title(id="k-1", title="Koken een", languages=["dut"]),
    Title(id="k-2", title="Koken twee", languages=["eng"]),
    Title(id="k-3", title="Koken drie", languages=["dut"], kind="film"),
    *(
        Title(id=f"l-{code}", title=f"Koken in {code}", languages=[code])
        for code in ("fre", "ger", "spa", "ita", "tur")
    ),
]
COPIES = [
    Copy(id="n-1", title="k-1", branch="laak", status="available", added=date(2026, 11, 10)),
    Copy(id="n-2", title="k-2", branch="escamp", status="available", added=date(2020, 1, 1)),
    Copy(id="n-3", title="k-3", branch="laak", status="available", added=date(2026, 11, 12)),
]


@pytest.fixture
def records() -> Sequence[Record]:
    return [*library.library(), *KOOK, *COPIES]


@pytest.fixture
def settings(settings: Settings, records: Sequence[Record]) -> Settings:
    copies = [record for record in records if isinstance(record, Copy)]
    titles = [record for record in records if isinstance(record, Title)]
    index.build(settings.index, titles, lambda id: [copy for copy in copies if copy.title == id], "laak")
    return settings


@pytest.fixture
def search(house: House) -> House:
    house.begin("search")
    return house


def settled(house: House) -> None:
    catalogue = house.backend.catalogue
    house.wait(lambda: not catalogue.busy and catalogue.typed == catalogue.text)
    house.qtbot.wait(150)  # counts come after the answer
    house.rest()


def typed(house: House, text: str) -> None:
    house.type(text)
    settled(house)


def rows(house: House) -> list[str]:
    return [item.property("name") for item in house.items() if house.kind(item) == "ResultRow"]


def chosen(house: House) -> list[str]:
    found = (item for item in house.items() if house.kind(item) == "FacetRow" and item.property("chosen"))
    return [item.property("word") for item in found]


def choices(house: House) -> dict[str, int]:
    return {item.property("word"): item.property("count") for item in house.items() if house.kind(item) == "FacetRow"}


def test_choices_stand_beside_the_titles_with_how_many_there_are(search: House) -> None:
    typed(search, "koken")
    found = choices(search)
    assert (found["Boek"], found["Film op dvd"], found["Nederlands"]) == (7, 1, 2)
    assert found["Alleen wat hier is"] == 2
    assert found["Nieuw deze maand"] == 2
    assert {"Soort", "Taal", "Vestiging"} <= set(search.texts())


def test_a_click_narrows_and_another_widens(search: House) -> None:
    typed(search, "koken")
    search.click("Film op dvd, 1")
    settled(search)
    assert rows(search) == ["Koken drie"]
    assert chosen(search) == ["Film op dvd"]
    search.click("Film op dvd, 1")
    settled(search)
    assert search.backend.catalogue.total == 8


def test_what_is_chosen_is_dropped_by_one_tap_over_the_titles(search: House) -> None:
    typed(search, "koken")
    search.click("Film op dvd, 1")
    settled(search)
    search.click("Zonder: Film op dvd")
    settled(search)
    assert chosen(search) == []
    assert not [item for item in search.items() if search.says(item).startswith("Zonder")]


def test_all_choices_go_at_once(search: House) -> None:
    typed(search, "koken")
    for choice in ("Alleen wat hier is, 2", "Nederlands, 2"):
        search.click(choice)
        settled(search)
    assert len(chosen(search)) == 2
    search.click("Wis alle keuzes")
    settled(search)
    assert chosen(search) == []


def test_by_keyboard_one_chooses_with_space(search: House) -> None:
    typed(search, "koken")
    search.reach("Alleen wat hier is, 2")
    search.key(SPACE)
    settled(search)
    assert chosen(search) == ["Alleen wat hier is"]
    assert sorted(rows(search)) == ["Koken drie", "Koken een"]
    assert search.focus == "Alleen wat hier is, 2"


def test_of_many_values_a_few_are_shown_and_the_rest_after_a_press(search: House) -> None:
    typed(search, "koken")
    assert len({"Turks", "Spaans", "Italiaans", "Frans", "Duits", "Engels"} & set(choices(search))) == 4
    search.reach("Meer: Taal")
    search.key(ENTER)
    assert {"Turks", "Spaans", "Italiaans", "Frans", "Duits", "Engels"} <= set(choices(search))
    assert search.focus.endswith(", 1")


def test_where_there_is_little_room_the_choices_lie_behind_a_button(search: House) -> None:
    search.resize(1024, 768)
    typed(search, "koken")
    assert choices(search) == {}
    search.click("Kies")
    assert "Film op dvd" in choices(search)
    search.reach("Film op dvd, 1")
    search.key(SPACE)
    settled(search)
    search.click("Toon 1 titel")
    assert rows(search) == ["Koken drie"]
    assert search.focus == "Kies"


def test_choices_are_said_as_boxes_that_are_on_or_off(search: House) -> None:
    from PySide6.QtGui import QAccessible

    typed(search, "koken")
    search.click("Film op dvd, 1")
    settled(search)
    spoken = QAccessible.queryAccessibleInterface(search.find("Film op dvd, 1"))
    assert spoken.role() == QAccessible.Role.CheckBox
    assert spoken.state().checked


def test_nothing_left_names_each_choice_to_drop_and_what_that_brings(search: House) -> None:
    typed(search, "koken twee")
    search.backend.catalogue.choose("here", "yes")
    settled(search)
    search.wait(lambda: search.backend.catalogue.ways.rows())
    search.rest()
    assert "Er is geen titel die past bij al uw keuzes." in search.texts()
    search.click("Zoek zonder ‘Alleen wat hier is’ (1 titel)")
    settled(search)
    assert rows(search) == ["Koken twee"]
    assert not search.backend.catalogue.filtered


def test_a_word_too_many_is_left_out_by_keyboard(search: House) -> None:
    typed(search, "koken qqqqqq")
    search.wait(lambda: search.backend.catalogue.ways.rows())
    search.rest()
    assert "Geen titel heeft al deze woorden." in search.texts()
    search.reach("Zoek alleen ‘koken’ (8 titels)")
    search.key(ENTER)
    settled(search)
    assert search.backend.catalogue.text == "koken"
    assert search.backend.catalogue.total == 8


def covers(house: House) -> list[QQuickItem]:
    return [item for item in house.items() if house.kind(item) == "CoverCard"]


def test_what_is_new_here_stands_on_a_shelf_before_anything_is_typed(search: House) -> None:
    search.wait(lambda: covers(search))
    search.rest()
    assert "Nieuw hier" in search.texts()
    assert {item.property("titleId") for item in covers(search)} == {"k-1", "k-3"}
    search.click(covers(search)[0])
    assert search.screens().property("currentName") == "title"


def test_the_shelf_is_reached_from_the_field_and_gone_along_with_arrows(search: House) -> None:
    search.wait(lambda: covers(search))
    search.rest()
    first, second = (search.says(item) for item in covers(search))
    search.key(DOWN)
    assert search.focus == first
    search.key(RIGHT)
    assert search.focus == second
    search.key(RIGHT)
    assert search.focus == second
    search.key(LEFT, UP)
    assert search.kind(search.window.activeFocusItem()) == "QQuickTextInput"
    search.reach(first)
    search.key(ENTER)
    assert search.screens().property("currentName") == "title"


def test_typing_takes_the_place_of_the_shelves(search: House) -> None:
    search.wait(lambda: covers(search))
    typed(search, "koken")
    assert covers(search) == []
    search.click("Wissen")
    settled(search)
    assert len(covers(search)) == 2


def test_a_themed_shelf_that_staff_make_comes_under_its_name(search: House, settings: Settings) -> None:
    search.wait(lambda: covers(search))
    made = Theme(id="koken", name={"nl": "Koken met anderen", "en": "Cooking together"}, titles=["k-2", "gone", "k-1"])
    library.write(settings.state, [made])
    search.link.changed.emit(["themes"])
    search.wait(lambda: len(covers(search)) == 4)
    search.rest()
    texts = search.texts()
    assert texts.index("Nieuw hier") < texts.index("Koken met anderen")
    assert [item.property("titleId") for item in covers(search)][2:] == ["k-2", "k-1"]
    first = search.says(covers(search)[0])
    search.reach(first)
    search.key(DOWN, ENTER)
    assert search.screens().property("currentName") == "title"
    assert search.backend.catalogue.opened["titleId"] == "k-2"


def test_the_next_visitor_finds_no_choice_made(search: House) -> None:
    typed(search, "koken")
    search.click("Film op dvd, 1")
    settled(search)
    search.backend.turn.end("done")
    catalogue = search.backend.catalogue
    assert not catalogue.filtered
    assert catalogue.results.rows() == []
