"""The end of a Turn: by itself, by the visitor, and what the receipt may say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.settings import Idle, Settings
from kiosk.wire.link import Ended
from tests.ui.conftest import House


def said(house: House) -> list[str]:
    return [type(message).__name__ for message in house.link.said_to_agent]


def test_traces_are_gone_once_the_agent_says_so(house: House) -> None:
    house.begin()
    house.click("Ik ben klaar")
    assert Ended() in house.link.said_to_agent
    assert "Ik wis uw sporen" in house.texts()
    assert "gewist" not in house.texts()
    house.link.wiped.emit(0)
    house.rest()
    assert "Uw sporen zijn gewist" in house.texts()
    assert house.texts().count("gewist") == 3


def test_files_that_stayed_are_admitted(house: House) -> None:
    house.begin()
    house.backend.turn.end("done")
    house.link.wiped.emit(2)
    house.rest()
    assert "Vraag een medewerker om te kijken." in house.texts()


def test_a_silent_agent_is_admitted_and_asked_again(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.begin()
    house.backend.turn._patience.setInterval(10)
    house.backend.turn.end("done")
    house.wait(lambda: house.backend.turn.wipe == "silent")
    house.rest()
    assert "Ik kan niet zien of alles weg is" in house.texts()
    before = said(house).count("Ended")
    house.link.upChanged.emit()
    assert said(house).count("Ended") == before + 1


def test_enter_leads_to_the_beginning(house: House) -> None:
    house.begin()
    house.backend.turn.end("done")
    house.rest()
    assert house.focus == "Naar het begin"
    house.key(Qt.Key.Key_Return)
    assert house.backend.turn.phase == "start"
    assert house.focus == "Beginnen"


def test_the_receipt_goes_by_itself(house: House) -> None:
    house.begin()
    house.backend.turn.end("done")
    house.wait(lambda: house.backend.turn.phase == "start", 4000)


def test_a_taken_desk_stays_and_is_named(house: House) -> None:
    house.begin()
    house.backend.workspaces.claim("laak-t4")
    house.backend.turn.end("done")
    house.rest()
    assert {"code": "desk", "name": "Tafel 4", "kind": "table", "label": "4"} in house.backend.turn.receipt
    assert {"Tafel 4", "blijft van u"} <= set(house.texts())


class TestNobodyTouchesAnything:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return Settings(
            state=settings.state,
            languages=settings.languages,
            fullscreen=False,
            idle=Idle(anywhere=1, reading=3, countdown=2),
        )

    def test_one_is_asked_and_then_wiped(self, house: House) -> None:
        house.begin()
        house.wait(lambda: house.backend.turn.asking)
        house.rest()
        assert "Bent u er nog?" in house.texts()
        assert house.focus == "Ja, ik ga verder"
        house.wait(lambda: house.backend.turn.phase == "end", 4000)
        assert house.backend.turn.reason == "idle"

    def test_any_key_goes_on_and_presses_nothing(self, house: House) -> None:
        house.begin()
        here = house.focus
        house.wait(lambda: house.backend.turn.asking)
        house.key(Qt.Key.Key_Return)
        assert not house.backend.turn.asking
        assert house.screens().property("currentName") == "home"
        assert house.focus == here

    def test_any_touch_goes_on_and_presses_nothing(self, house: House) -> None:
        house.begin()
        done = house.find("Ik ben klaar")
        house.wait(lambda: house.backend.turn.asking)
        house.click(done)
        assert house.backend.turn.phase == "here"
        assert not house.backend.turn.asking

    def test_moving_the_mouse_is_being_there(self, house: House) -> None:
        house.begin()
        for place in range(8):
            house.qtbot.wait(200)
            QTest.mouseMove(house.window, QPoint(400 + 10 * place, 300))
        assert not house.backend.turn.asking

    def test_who_reads_is_left_alone_longer(self, house: House) -> None:
        house.begin()
        house.backend.turn.reading = True
        house.qtbot.wait(1500)
        assert not house.backend.turn.asking


def test_nobody_is_asked_on_start(house: House) -> None:
    assert not house.backend.turn._quiet.isActive()
