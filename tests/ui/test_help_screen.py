"""Asking for help, and waiting for who comes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from kiosk.settings import Settings
from kiosk.wire import Ask, Reply, Result, Withdraw
from kiosk.wire.link import Keep, Status
from tests import library
from tests.ui.conftest import House
from tests.ui.test_desks_screen import wide


def facts(house: House) -> list:
    return [message.fact for message in house.link.said_to_agent if isinstance(message, Keep)]


def asked(house: House, at: str = "home") -> Ask:
    house.link.status = Status(online=True)
    house.begin(at)
    house.click("Hulp")
    (ask,) = [fact for fact in facts(house) if isinstance(fact, Ask)]
    return ask


def reply(house: House, settings: Settings, ask: Ask, state: str, helper: str = "") -> None:
    record = Reply(
        id=ask.id,
        branch="laak",
        kiosk=library.KIOSK,
        seat=ask.seat,
        asked=library.NOW,
        state=state,  # type: ignore[arg-type]
        helper=helper,
        coming=library.NOW + timedelta(minutes=1) if helper else None,
    )
    library.write(settings.state, [record])
    house.link.changed.emit(["replies"])
    house.rest()


def test_one_press_from_anywhere_asks_and_says_where(house: House) -> None:
    assert asked(house, "events").screen == "events"
    assert "Ik roep hulp" in house.texts()
    assert "blauwe tulp" in house.texts()


def test_opening_it_again_asks_no_second_time(house: House) -> None:
    asked(house)
    house.key(Qt.Key.Key_Escape)
    house.click("Hulp gevraagd")
    assert len([fact for fact in facts(house) if isinstance(fact, Ask)]) == 1


def test_who_comes_is_named(house: House, settings: Settings) -> None:
    ask = asked(house)
    house.link.answered.emit(Result(id=ask.id, status="stored"))
    house.rest()
    assert "Uw vraag is aangekomen" in house.texts()
    reply(house, settings, ask, "coming", "Marja")
    texts = house.texts()
    assert "Marja komt eraan" in texts
    assert {"Marja weet\u00a0het", "14.08 uur", "Marja is\u00a0bij\u00a0u"} <= set(texts)


def test_after_help_one_may_ask_again(house: House, settings: Settings) -> None:
    ask = asked(house)
    reply(house, settings, ask, "done", "Marja")
    assert "U bent geholpen" in house.texts()
    house.click("Vraag nog eens hulp")
    assert len([fact for fact in facts(house) if isinstance(fact, Ask)]) == 2


def test_a_question_that_was_closed_can_be_asked_anew(house: House, settings: Settings) -> None:
    ask = asked(house)
    reply(house, settings, ask, "withdrawn")
    assert "Hebt u nog hulp nodig?" in house.texts()
    house.click("Vraag nog eens hulp")
    assert "Ik roep hulp" in house.texts()


def test_the_minutes_are_counted(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    asked(house)
    library.set_clock(monkeypatch, library.NOW + timedelta(minutes=3, seconds=30))
    house.backend.guided.refresh()
    house.rest()
    assert any(text.startswith("U wacht nu 3 min") for text in house.texts())


def test_without_a_network_it_says_so_and_where_to_go(house: House) -> None:
    asked(house)
    house.link.said.emit(Status(online=False))
    house.rest()
    assert "Loop naar de balie" in house.texts()
    assert "blauwe tulp" not in house.texts()


def test_no_more_help_needed_takes_the_hand_down_and_leads_back(house: House) -> None:
    ask = asked(house, "events")
    house.reach("Ik heb geen hulp meer nodig")
    house.key(Qt.Key.Key_Return)
    assert [fact.ask for fact in facts(house) if isinstance(fact, Withdraw)] == [ask.id]
    assert house.screens().property("currentName") == "events"


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_word_leaves_the_screen(house: House, size: tuple[int, int], scale: float) -> None:
    house.backend.display.scale = scale
    house.resize(*size)
    asked(house)
    assert wide(house) == []


def test_a_long_name_leaves_the_words_after_it_together(house: House, settings: Settings) -> None:
    ask = asked(house)
    reply(house, settings, ask, "coming", "Vera Voorbeeld")
    assert {"Vera Voorbeeld weet\u00a0het", "Vera Voorbeeld is\u00a0bij\u00a0u"} <= set(house.texts())
    assert wide(house) == []


def test_the_card_is_never_half_empty(house: House) -> None:
    asked(house)
    house.link.said.emit(Status(online=False))
    house.rest()
    (sign,) = [item for item in house.items() if house.kind(item) == "HelpPicture"]
    assert sign.property("icon") == "concierge-bell"
    assert sign.width() > 300
