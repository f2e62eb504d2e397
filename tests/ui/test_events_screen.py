"""The programme of the week, here and everywhere."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt

from kiosk.wire import Record
from tests import library
from tests.ui.conftest import House
from tests.ui.test_desks_screen import findings, wide


def cards(house: House) -> list[str]:
    return [house.says(item) for item in house.items() if house.kind(item) == "EventCard"]


def test_activities_stand_by_day_with_hours_place_and_for_whom(house: House) -> None:
    house.begin("events")
    assert cards(house)[0] == (
        "15.00 tot 16.30 uur, Taalcafé: samen Nederlands praten, Aan de lange tafel · Voor iedereen"
    )
    texts = house.texts()
    assert texts.index("Vandaag") < texts.index("woensdag 18 november") < texts.index("Morgen")


def test_what_was_called_off_says_so(house: House) -> None:
    house.begin("events")
    assert any("Schrijfclub, Dit gaat niet door" in card for card in cards(house))


def test_everywhere_shows_the_other_branches_by_name(house: House) -> None:
    house.begin("events")
    assert not any("Film kijken" in card for card in cards(house))
    house.click("Overal")
    assert any("Film kijken, Escamp" in card for card in cards(house))


def test_an_activity_is_opened_by_keyboard_and_back_leads_to_it(house: House) -> None:
    house.begin("events")
    house.key(Qt.Key.Key_Down)
    second = cards(house)[1]
    assert house.focus == second
    house.key(Qt.Key.Key_Return)
    assert house.screens().property("currentName") == "event"
    house.key(Qt.Key.Key_Escape)
    assert house.focus == second


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_word_leaves_the_screen(house: House, size: tuple[int, int], scale: float) -> None:
    house.backend.display.scale = scale
    house.resize(*size)
    house.begin("events")
    assert wide(house) == []


class TestOfAWeekWithNothingHere:
    @pytest.fixture
    def records(self) -> Sequence[Record]:
        elsewhere = [event for event in library.events() if event.branch == "escamp"]
        return [*library.branches(), library.kiosk(), *elsewhere]

    def test_it_says_so_and_shows_the_way_to_everywhere(self, house: House) -> None:
        house.begin("events")
        assert "Deze week is hier niets te doen" in house.texts()
        house.click("Kijk overal")
        assert len(cards(house)) == 1


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_finger_finds_room_between_two_activities(house: House, scale: float) -> None:
    house.backend.display.scale = scale
    house.begin("events")
    assert len(cards(house)) > 3
    assert findings(house, "crowded") == []
