"""Searching: answers while typing, by keyboard and mouse, and something to do when there are none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtQuick import QQuickItem

from kiosk.catalogue import index
from kiosk.catalogue.viewmodel import CALM
from kiosk.settings import Settings
from kiosk.wire import Record, Title
from tests import library
from tests.ui.conftest import House

DOWN, UP, TAB, ENTER, ESCAPE = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape

PARTS = [Title(id=f"deel-{number:02}", title=f"Deel {number}", languages=["dut"]) for number in range(1, 31)]
ARABIC = Title(id="ar", title="Zuqāq al-Midaqq", original="زقاق المدق", original_authors=["نجيب محفوظ"])
ABOUT = Title(id="about", title="Wie was Max Havelaar?", languages=["dut"])
SLY = Title(id="sly", title="Sluw <b>vet</b> <img src=x>")


@pytest.fixture
def records() -> Sequence[Record]:
    return [*library.library(), *PARTS, ARABIC, ABOUT, SLY]


@pytest.fixture
def settings(settings: Settings, records: Sequence[Record]) -> Settings:
    """With an index, as the agent has built it."""
    index.build(settings.index, (record for record in records if isinstance(record, Title)))
    return settings


@pytest.fixture
def search(house: House) -> House:
    house.begin("search")
    return house


def typed(house: House, text: str) -> None:
    """Type, and wait for the answer."""
    house.type(text)
    catalogue = house.backend.catalogue
    house.wait(lambda: catalogue.typed == catalogue.text and not catalogue.busy)
    house.qtbot.wait(2 * CALM)
    house.qtbot.wait(2 * CALM)
    house.rest()


def set_text(house: House, text: str) -> None:
    """For letters that no key of a test keyboard has."""
    catalogue = house.backend.catalogue
    catalogue.text = text
    house.wait(lambda: catalogue.typed == text and not catalogue.busy)
    house.qtbot.wait(2 * CALM)
    house.qtbot.wait(2 * CALM)
    house.rest()


def rows(house: House) -> list[QQuickItem]:
    return [item for item in house.items() if house.kind(item) == "ResultRow"]


def in_field(house: House) -> bool:
    item = house.window.activeFocusItem()
    return item is not None and house.kind(item) == "QQuickTextInput"


def test_one_may_type_at_once_and_is_invited_to(search: House) -> None:
    assert in_field(search)
    assert "Wat zoekt u?" in search.texts()
    assert rows(search) == []


def test_titles_come_while_typing_and_an_error_is_forgiven(search: House) -> None:
    typed(search, "havelar")
    assert len(rows(search)) == 2
    texts = search.texts()
    assert any(text.startswith("3 titel") and "<b>havelaar</b>" in text for text in texts)
    assert "U typte ‘havelar’." in texts
    assert any(">Havelaar</span>" in text for text in texts)
    assert "Hier, op plank MULT" in texts
    assert "Wat zoekt u?" not in texts


def test_what_is_here_and_what_is_elsewhere_is_said_in_the_list(search: House) -> None:
    typed(search, "fiets")
    assert {"In Escamp: 1", "Niet in deze vestiging.", "Boek, makkelijk lezen"} <= set(search.texts())
    (row,) = rows(search)
    assert search.says(row) == "De fiets. Anna Voorbeeld. Boek, makkelijk lezen. In Escamp: 1. Niet in deze vestiging."


def test_arrows_lead_from_the_field_along_the_rows_and_back(search: House) -> None:
    typed(search, "havelaar")
    first, second = (search.says(row) for row in rows(search))
    search.key(DOWN)
    assert search.focus == first
    search.key(DOWN, DOWN)
    assert search.focus == second
    search.key(UP, UP)
    assert in_field(search)


def test_enter_goes_to_the_rows_and_opens_the_title(search: House) -> None:
    typed(search, "fiets")
    search.key(ENTER, ENTER)
    assert search.screens().property("currentName") == "title"
    assert search.backend.catalogue.opened["titleId"] == "t-fiets"


def test_the_mouse_opens_a_title_and_back_finds_the_list_as_it_was(search: House) -> None:
    typed(search, "havelaar")
    search.click(rows(search)[1])
    assert search.screens().property("currentName") == "title"
    search.key(ESCAPE)
    assert search.screens().property("currentName") == "search"
    assert len(rows(search)) == 2
    assert search.focus == search.says(rows(search)[1])


def test_tab_goes_through_field_rows_and_buttons(search: House) -> None:
    typed(search, "fiets")
    round_trip = search.tab_round()
    assert round_trip[1] == "Wissen"
    assert round_trip.index("Boek, 1") < round_trip.index(search.says(rows(search)[0])) < round_trip.index("Terug")


def seen(house: House, row: QQuickItem) -> str:
    """Whether a row of the list is seen "whole", "cut" or "not"."""
    scroll = next(item for item in house.items() if house.kind(item) == "Scroll" and item.isAncestorOf(row))
    top = row.mapToItem(scroll, QPointF(0, 0)).y()
    if top >= scroll.height() or top + row.height() <= 0:
        return "not"
    return "whole" if top >= 0 and top + row.height() <= scroll.height() else "cut"


def test_no_row_is_cut(search: House) -> None:
    typed(search, "deel")
    assert [seen(search, row) for row in rows(search)[:6]] == ["whole"] * 4 + ["not"] * 2
    search.key(*[DOWN] * 6)
    assert search.focus == search.says(rows(search)[5])
    assert "cut" not in [seen(search, row) for row in rows(search)]


def test_the_next_titles_are_one_press_away_and_get_the_focus(search: House) -> None:
    typed(search, "deel")
    search.click("Toon de volgende titels")
    assert search.focus == search.says(rows(search)[4])
    assert [seen(search, row) for row in rows(search)[3:9]] == ["not", *["whole"] * 4, "not"]
    for _ in range(3):
        search.click("Toon de volgende titels")
    assert search.focus == search.says(rows(search)[16])
    search.click("Toon de volgende titels")
    search.wait(lambda: len(rows(search)) > 20)
    search.rest()
    assert search.focus == search.says(rows(search)[20])
    for _ in range(2):
        search.click("Toon de volgende titels")
    assert len(rows(search)) == 30
    assert "Toon de volgende titels" not in [search.says(item) for item in search.items()]


def test_only_rows_that_can_be_seen_are_made(search: House) -> None:
    typed(search, "deel")
    assert search.backend.catalogue.total == 30
    assert len(rows(search)) == search.backend.catalogue.room < 8


def test_at_the_last_title_there_is_no_next(search: House) -> None:
    typed(search, "havelaar")
    assert "Toon de volgende titels" not in [search.says(item) for item in search.items()]


def test_the_field_is_emptied_with_one_press(search: House) -> None:
    typed(search, "havelaar")
    search.click("Wissen")
    assert rows(search) == []
    assert search.backend.catalogue.text == ""
    assert in_field(search)


def test_nothing_found_says_what_to_do_and_offers_help(search: House) -> None:
    typed(search, "qqqqqq")
    assert "Niets gevonden met ‘qqqqqq’" in search.texts()
    assert search.find("Vraag hulp")


def test_another_script_stands_in_its_own_letters(search: House) -> None:
    set_text(search, "المدق")
    texts = search.texts()
    assert any("زقاق <span" in text for text in texts)
    assert any("Zuqāq al-Midaqq" in text for text in texts)


def test_a_title_cannot_write_html(search: House) -> None:
    typed(search, "vet")
    (shown,) = [text for text in search.texts() if "vet" in text and "Sluw" in text and "span" in text]
    assert "<img" not in shown
    assert shown.count("<span") == 1


def test_words_with_signs_are_shown_as_typed(search: House) -> None:
    typed(search, "deel <")
    assert any("<b>deel &lt;</b>" in text for text in search.texts())


def test_the_next_visitor_finds_an_empty_field(search: House) -> None:
    typed(search, "havelaar")
    search.backend.turn.end("done")
    search.link.wiped.emit(0)
    search.backend.turn.begin()
    search.rest()
    search.go("search")
    assert search.backend.catalogue.text == ""
    assert rows(search) == []


@pytest.mark.parametrize(
    ("state", "says"),
    [
        ("none", "Er staan nog geen titels in de catalogus"),
        ("preparing", "De catalogus wordt klaargezet"),
        ("damaged", "Zoeken lukt nu even niet"),
    ],
)
def test_why_one_cannot_search_is_said(house: House, settings: Settings, state: str, says: str) -> None:
    if state == "none":
        index.build(settings.index, [])
    elif state == "preparing":
        (settings.index / "CURRENT").unlink()
    else:
        ruin(settings.index)
    house.begin("search")
    house.wait(lambda: house.backend.catalogue.state == state)
    house.rest()
    assert says in house.texts()
    house.type("fiets")
    house.wait(lambda: not house.backend.catalogue.busy)
    assert rows(house) == []
    assert says in house.texts()


def ruin(folder: Path) -> None:
    name = (folder / "CURRENT").read_text().strip()
    (folder / name / "meta.json").write_text("{")


@pytest.mark.parametrize(("width", "height", "scale"), [(1024, 768, 1.0), (1920, 1080, 2.0), (1080, 1920, 1.5)])
def test_no_text_is_cut_or_leaves_the_screen(house: House, width: int, height: int, scale: float) -> None:
    house.window.resize(width, height)
    house.backend.display.scale = scale
    house.begin("search")
    typed(house, "havelar")
    shown = [item for row in rows(house) for item in house.items(row) if item.inherits("QQuickText")]
    assert len(shown) > 8
    for item in shown:
        left = item.mapToScene(item.boundingRect().topLeft()).x()
        cover = house.kind(item.parentItem()) == "Cover"
        assert cover or item.property("contentWidth") <= item.width() + 1, item.property("text")
        assert left >= 0
        assert left + item.width() <= width
