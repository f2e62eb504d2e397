"""Language and display: live, and back to how it was for the next visitor."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Q_ARG, QMetaObject, QPointF, Qt

from tests.ui.conftest import House


def x(house: House, says: str) -> float:
    return house.find(says).mapToScene(QPointF(0, 0)).x()


def sheet_open(house: House) -> bool:
    return any(house.kind(item) == "SettingsSheet" for item in house.items())


def test_arabic_mirrors_at_once(house: House) -> None:
    house.begin()
    before = x(house, "Home")
    house.click("Nederlands", "BarButton")
    house.click("العربية", "Choice")
    assert house.backend.display.rightToLeft
    house.key(Qt.Key.Key_Escape)
    home = next(item for item in house.items() if item.property("icon") == "house")
    assert home.mapToScene(QPointF(0, 0)).x() > before + 1000


def test_the_sheet_keeps_the_focus_until_it_is_closed(house: House) -> None:
    house.begin()
    house.click("Weergave")
    assert house.focus == "Gewoon"
    reached = set(house.tab_round())
    assert "Klaar" in reached
    assert "Home" not in reached
    house.key(Qt.Key.Key_Escape)
    assert not sheet_open(house)
    assert house.focus == "Weergave"
    assert house.backend.turn.phase == "here"


def test_what_is_chosen_has_the_focus_first(house: House) -> None:
    house.backend.display.locale, house.backend.display.scale = "en", 1.25
    house.begin()
    for part, chosen in (("language", "English"), ("", "English"), ("display", "Larger")):
        QMetaObject.invokeMethod(house.screens(), "settings", Q_ARG(str, part))
        house.rest()
        assert house.focus == chosen
        house.key(Qt.Key.Key_Escape)


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768)], ids=str)
def test_choices_lie_apart(house: House, size: tuple[int, int]) -> None:
    house.resize(*size)
    house.begin()
    QMetaObject.invokeMethod(house.screens(), "settings", Q_ARG(str, ""))
    house.rest()
    places = [item.mapRectToScene(item.boundingRect()) for item in house.items() if house.kind(item) == "Choice"]
    assert len(places) == 9
    for place in places:
        near = place.adjusted(-15, -15, 15, 15)
        assert [other for other in places if near.intersects(other)] == [place]


def test_larger_letters_hold_at_once(house: House) -> None:
    house.begin()
    low = house.find("Ik ben klaar").height()
    house.click("Weergave")
    house.click("Heel groot")
    assert house.backend.display.scale == 2
    house.reach("Klaar")
    house.key(Qt.Key.Key_Return)
    assert house.find("Ik ben klaar").height() > low * 1.3


def test_high_contrast_is_black(house: House) -> None:
    house.begin()
    house.click("Weergave")
    house.click("Donker scherm met felle letters")
    house.click("Klaar")
    house.rest()
    assert house.window.grabWindow().pixelColor(5, 500).name() == "#000000"


def test_space_chooses_on_the_keyboard(house: House) -> None:
    house.begin()
    house.click("Weergave")
    house.key(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert house.backend.display.scale == 1.25


def test_the_next_visitor_starts_anew(house: House) -> None:
    house.begin()
    display = house.backend.display
    display.locale, display.scale, display.theme = "ar", 1.5, "high"
    house.backend.turn.end("done")
    assert display.locale == "ar", "the receipt is read by who leaves"
    assert {"code": "display"} in house.backend.turn.receipt
    house.backend.turn.clear()
    assert (display.locale, display.scale, display.theme) == ("nl", 1.0, "light")


@pytest.mark.parametrize("size", [(1024, 768), (1080, 1920)], ids=str)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_sheet_fits_every_screen(house: House, size: tuple[int, int], scale: float) -> None:
    house.backend.display.scale = scale
    house.resize(*size)
    house.begin()
    house.click("Instellen")
    house.reach("Klaar")
    house.wait(lambda: house.find("Klaar").mapToScene(QPointF(0, house.find("Klaar").height())).y() <= size[1])
    house.click("Klaar")
    assert not sheet_open(house)
