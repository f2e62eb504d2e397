"""One activity, and taking it along."""

from __future__ import annotations

import msgspec
import pytest

from kiosk.settings import Settings
from tests import library
from tests.ui.conftest import House
from tests.ui.test_desks_screen import wide


def opened(house: House, event: str = "laak-taal") -> None:
    house.begin("event", {"eventId": event})


def test_it_says_when_where_for_whom_and_in_which_language(house: House) -> None:
    opened(house)
    texts = house.texts()
    assert "Taalcafé: samen Nederlands praten" in texts
    assert "Vandaag, 15.00 tot 16.30 uur" in texts
    assert "Aan de lange tafel" in texts
    assert "Voor iedereen" in texts
    assert "Wij spreken Nederlands." in texts


def test_elsewhere_the_branch_is_named(house: House) -> None:
    opened(house, "escamp-film")
    assert "Escamp, Aan de lange tafel" in house.texts()


def test_the_code_is_drawn_in_whole_pixels_with_its_quiet_zone(house: House) -> None:
    opened(house)
    code = next(item for item in house.items() if house.kind(item) == "Code")
    module = code.property("module")
    assert module >= 6
    assert code.width() == module * (house.backend.events.property("code")["size"] + 8)


def test_what_is_called_off_says_so_and_has_no_code(house: House, settings: Settings) -> None:
    opened(house)
    library.write(settings.state, [msgspec.structs.replace(library.events()[0], cancelled=True)])
    house.link.changed.emit(["events"])
    house.rest()
    assert "Dit gaat niet door." in house.texts()
    assert not [item for item in house.items() if house.kind(item) == "Code"]


def test_an_activity_that_is_gone_says_so(house: House) -> None:
    opened(house, "gone")
    assert "Deze activiteit is er niet meer" in house.texts()


def test_another_language_changes_the_words_and_the_code(house: House) -> None:
    opened(house)
    house.backend.display.locale = "en"
    house.rest()
    assert "Language café: speak Dutch together" in house.texts()
    assert "SUMMARY:Language café" in house.backend.events.property("calendar")


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_word_leaves_the_screen(house: House, size: tuple[int, int], scale: float) -> None:
    house.backend.display.scale = scale
    house.resize(*size)
    opened(house)
    assert wide(house) == []


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080), (1080, 1920)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_camera_sees_the_whole_code_at_once(house: House, size: tuple[int, int], scale: float) -> None:
    house.backend.display.scale = scale
    house.resize(*size)
    opened(house)
    code = next(item for item in house.items() if house.kind(item) == "Code")
    scroll = next(item for item in house.items() if house.kind(item) == "Scroll")
    assert code.height() <= scroll.height()
