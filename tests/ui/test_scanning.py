"""A scanner at the search screen: it types a number and Enter, from wherever the focus is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt

from kiosk.catalogue import index
from kiosk.settings import Settings
from kiosk.wire import Record, Title
from tests import library
from tests.ui.conftest import House

ENTER, TAB, ESCAPE, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Down
HAVELAAR, ELSEWHERE = "9789025368241", "9789000000005"


@pytest.fixture
def records() -> Sequence[Record]:
    return library.library()


@pytest.fixture
def settings(settings: Settings, records: Sequence[Record]) -> Settings:
    index.build(settings.index, (record for record in records if isinstance(record, Title)))
    return settings


@pytest.fixture
def search(house: House) -> House:
    house.begin("search")
    return house


def scan(house: House, number: str) -> None:
    """As a scanner does: all at once."""
    house.type(number)
    house.key(ENTER)
    catalogue = house.backend.catalogue
    house.wait(lambda: not catalogue.busy and catalogue.typed == catalogue.text)
    house.rest()


def opened(house: House) -> str:
    return str(house.backend.catalogue.opened.get("titleId", ""))


def test_a_scanned_book_opens_at_once(search: House) -> None:
    scan(search, HAVELAAR)
    assert search.screens().property("currentName") == "title"
    assert opened(search) == "t-havelaar"


def test_ten_digits_are_the_same_book(search: House) -> None:
    scan(search, "9025368247")
    assert opened(search) == "t-havelaar"


def test_wherever_the_focus_is(search: House) -> None:
    search.reach("Terug")
    search.type("fiets")
    search.wait(lambda: search.backend.catalogue.typed == "fiets" and not search.backend.catalogue.busy)
    search.key(DOWN)
    assert search.focus.startswith("De fiets")
    scan(search, HAVELAAR)
    assert opened(search) == "t-havelaar"


def test_what_was_typed_before_does_not_spoil_it(search: House) -> None:
    search.type("een boek over ")
    search.qtbot.wait(150)
    scan(search, HAVELAAR)
    assert opened(search) == "t-havelaar"


def test_a_book_of_another_library_is_said_to_be_unknown(search: House) -> None:
    scan(search, ELSEWHERE)
    assert search.screens().property("currentName") == "search"
    assert f"Nummer {ELSEWHERE} kennen wij niet" in search.texts()
    assert search.find("Vraag hulp")


def test_what_was_found_before_is_not_taken_for_it(search: House) -> None:
    search.type("fiets")
    search.wait(lambda: search.backend.catalogue.typed == "fiets" and not search.backend.catalogue.busy)
    search.qtbot.wait(150)
    scan(search, ELSEWHERE)
    assert search.screens().property("currentName") == "search"
    assert f"Nummer {ELSEWHERE} kennen wij niet" in search.texts()


def test_the_next_scan_forgets_the_one_before(search: House) -> None:
    scan(search, ELSEWHERE)
    scan(search, HAVELAAR)
    assert opened(search) == "t-havelaar"


def test_who_comes_back_from_it_can_search_on(search: House) -> None:
    scan(search, HAVELAAR)
    search.key(ESCAPE)
    assert search.screens().property("currentName") == "search"
    search.click("Wissen")
    search.type("fiets")
    search.wait(lambda: search.backend.catalogue.typed == "fiets" and not search.backend.catalogue.busy)
    assert search.screens().property("currentName") == "search"


def test_a_year_that_is_typed_opens_nothing(search: House) -> None:
    scan(search, "1860")
    assert search.screens().property("currentName") == "search"
    assert "Niets gevonden met ‘1860’" in search.texts()
