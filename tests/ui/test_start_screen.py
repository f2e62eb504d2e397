"""Start: the door that stands open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.settings import Settings
from tests import library
from tests.ui.conftest import House


def phase(house: House) -> str:
    return house.backend.turn.phase


def test_start_says_where_and_when_it_is(house: House) -> None:
    texts = house.texts()
    assert {"Bibliotheek Laak", "14.07", "woensdag 18 november", "Nu open", "Vandaag tot 18.00 uur."} <= set(texts)
    assert "Morgen van 10.00 tot 20.00 uur." in texts
    assert "Taalcafé: samen Nederlands praten" in texts


def test_on_a_low_screen_the_strip_says_less(house: House) -> None:
    house.resize(1024, 768)
    assert "Vandaag tot 18.00 uur." in house.texts()
    assert "Morgen van 10.00 tot 20.00 uur." not in house.texts()


def test_the_first_focus_is_the_large_button(house: House) -> None:
    assert house.focus == "Beginnen"


def test_any_key_begins(house: House) -> None:
    house.key(Qt.Key.Key_A)
    assert phase(house) == "here"


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Shift, Qt.Key.Key_Control])
def test_a_key_that_leads_elsewhere_does_not_begin(house: House, key: Qt.Key) -> None:
    house.key(key)
    assert phase(house) == "start"


def test_any_touch_begins(house: House) -> None:
    QTest.mouseClick(house.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(1000, 700))
    assert phase(house) == "here"


def test_enter_on_the_large_button_begins_once(house: House, qtbot: object) -> None:
    began = []
    house.backend.turn.began.connect(lambda: began.append(1))
    house.key(Qt.Key.Key_Return)
    assert began == [1]


def test_a_language_begins_in_that_language(house: House) -> None:
    house.click("العربية")
    assert phase(house) == "here"
    assert house.backend.display.locale == "ar"
    assert house.find("العربية", "BarButton")


def test_tab_reaches_every_language_and_comes_back(house: House) -> None:
    assert house.tab_round() == ["Beginnen", "Nederlands", "English", "العربية"]


def test_the_window_refuses_to_close(house: House) -> None:
    house.window.close()
    assert house.window.isVisible()


class TestInAWindow:
    @pytest.fixture
    def free(self) -> bool:
        return True

    def test_a_window_may_be_closed(self, house: House) -> None:
        house.window.close()
        assert not house.window.isVisible()


class TestWithoutAReplica:
    @pytest.fixture
    def records(self) -> list:
        return []

    def test_start_stands_open_before_anything_is_known_and_claims_nothing(self, house: House) -> None:
        texts = house.texts()
        assert {"Bibliotheek", "Wij zetten dit scherm klaar", "Oefenen kan al. De rest komt straks."} <= set(texts)
        assert not {"Nu open", "Nu gesloten", "Geen plek vrij", "Vandaag niets meer te doen"} & set(texts)
        house.key(Qt.Key.Key_Space)
        assert phase(house) == "here"


def test_old_news_says_how_old_it_is(house: House, settings: Settings) -> None:
    from kiosk.wire.link import Status
    from tests import library

    house.link.status = Status(online=False, synced=library.local(18, 10, 42))
    house.link.said.emit(house.link.status)
    assert "Gegevens van 10.42 uur" in house.texts()


@pytest.mark.parametrize("screen", ["home", "desks", "events"])
def test_old_news_says_how_old_it_is_under_a_screen(house: House, screen: str) -> None:
    from kiosk.wire.link import Status
    from tests import library

    house.begin(screen)
    assert "gegevens van 10.42 uur" not in house.texts()
    house.link.status = Status(online=False, synced=library.local(18, 10, 42))
    house.link.said.emit(house.link.status)
    house.rest()
    assert "gegevens van 10.42 uur" in house.texts()


@pytest.mark.parametrize("size", [(1024, 768), (1080, 1920), (3840, 2160)], ids=str)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_start_fits_every_screen(house: House, size: tuple[int, int], scale: float) -> None:
    house.backend.display.scale = scale
    house.resize(*size)
    house.rest()
    house.rest()
    outside = [
        item.property("text")
        for item in house.items()
        if item.inherits("QQuickText") and item.mapToScene(item.boundingRect().bottomRight()).x() > size[0] + 1
    ]
    assert outside == []


def test_a_database_that_cannot_be_read_is_told_to_staff_and_the_screen_goes_on(
    house: House, settings: Settings
) -> None:
    for beside in settings.replica.parent.glob("replica.db*"):
        beside.unlink()
    settings.replica.write_bytes(b"no database at all " * 1000)
    house.backend.refresh_start()
    house.backend.refresh()
    house.begin()
    assert "Leren" in house.texts()
    assert [row["where"] for row in house.backend.staff.errors.rows()] == [str(settings.replica)]
    settings.replica.unlink()
    library.write(settings.state, library.library())
    house.backend.refresh()
    assert house.backend.workspaces.branchName == "Bibliotheek Laak"
