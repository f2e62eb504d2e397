"""The staff's door: hidden, documented, and slow for who guesses."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from kiosk.agent.reasons import CODES
from kiosk.errors import BadInput
from kiosk.settings import Settings, Staff
from kiosk.staff import viewmodel
from kiosk.wire import KINDS, Quarantined, Wipes
from kiosk.wire.link import Status
from tests.ui.conftest import House

PIN = "20261118"


@pytest.fixture(scope="module")
def hashed() -> str:
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PIN)


@pytest.fixture
def settings(settings: Settings, hashed: str) -> Settings:
    return Settings(state=settings.state, languages=["nl"], fullscreen=False, staff=Staff(pin=hashed))


def knock(house: House) -> None:
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    house.key(Qt.Key.Key_P, modifiers=control)


def enter(house: House, pin: str) -> None:
    house.type(pin)
    house.key(Qt.Key.Key_Return)
    house.wait(lambda: not house.backend.staff.checking)
    house.rest()


def test_a_key_combination_opens_it_anywhere(house: House) -> None:
    knock(house)
    assert house.focus == "Pincode van het personeel"
    assert house.backend.turn.phase == "start"
    house.key(Qt.Key.Key_Escape)
    assert house.focus == "Beginnen"
    house.begin()
    knock(house)
    assert house.focus == "Pincode van het personeel"
    house.click("Terug")
    assert house.focus.startswith("Leren")


def test_holding_the_name_on_start_opens_it(house: House) -> None:
    name = next(item for item in house.items() if item.property("text") == "Bibliotheek Laak")
    place = name.mapToScene(QPointF(40, 40)).toPoint()
    QTest.mousePress(house.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    house.wait(lambda: house.focus == "Pincode van het personeel")
    QTest.mouseRelease(house.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert house.backend.turn.phase == "start"


def test_the_right_pin_shows_the_kiosk_and_the_way_out(house: House) -> None:
    left = []
    house.backend.left.connect(lambda: left.append(True))
    knock(house)
    enter(house, PIN)
    assert {"Bibliotheek Laak", "Computer 3"} <= set(house.texts())
    house.click("Verlaat het scherm")
    assert left == [True]
    house.window.close()
    assert not house.window.isVisible()


def test_closing_the_door_locks_it(house: House) -> None:
    knock(house)
    enter(house, PIN)
    house.click("Terug")
    assert not house.backend.staff.inside
    knock(house)
    assert "Verlaat het scherm" not in house.texts()


@pytest.mark.parametrize("pin", ["", PIN])
def test_a_door_that_nobody_shut_shuts_itself(house: House, monkeypatch: pytest.MonkeyPatch, pin: str) -> None:
    monkeypatch.setattr(viewmodel, "INSIDE" if pin else "WAITING", 300)
    knock(house)
    if pin:
        enter(house, pin)
        assert "Verlaat het scherm" in house.texts()
    house.wait(lambda: house.focus == "Beginnen")
    assert not house.backend.staff.inside


def test_a_door_that_is_shut_while_the_pin_is_checked_stays_shut(house: House) -> None:
    knock(house)
    house.backend.staff.enter(PIN)
    house.backend.staff.close()
    house.qtbot.waitSignal(house.backend.staff.doorChanged, timeout=3000).wait()
    assert not house.backend.staff.inside


def test_the_end_of_a_turn_shuts_the_door(house: House) -> None:
    house.begin()
    knock(house)
    enter(house, PIN)
    house.backend.turn.end("idle")
    house.rest()
    assert not house.backend.staff.inside
    assert {"Verlaat het scherm", "Typ de pincode van het personeel"}.isdisjoint(house.texts())
    assert house.focus == "Naar het begin"


def test_a_wrong_pin_says_so_and_five_make_one_wait(house: House) -> None:
    knock(house)
    enter(house, "00000000")
    assert "De pincode klopt niet. Probeer het nog eens." in house.texts()
    for _ in range(4):
        enter(house, "00000000")
    assert 25 <= house.backend.staff.wait <= 30
    house.backend.staff.enter(PIN)
    assert not house.backend.staff.checking, "nobody tries while one waits"


def test_digits_can_be_touched(house: House) -> None:
    knock(house)
    for digit in PIN:
        house.click(digit)
    house.click("Wis het laatste cijfer")
    house.click(PIN[-1])
    house.click("Ga verder")
    house.wait(lambda: house.backend.staff.inside)


def test_staff_read_how_it_is(house: House) -> None:
    house.link.status = Status(
        online=False, state="unreachable", waiting=3, quarantined=1, synced=datetime(2026, 11, 18, 9, 42, tzinfo=UTC)
    )
    house.link.said.emit(house.link.status)
    house.backend.tell(BadInput("A lesson is broken", "lesson.yaml", "Mend it."))
    knock(house)
    enter(house, PIN)
    texts = house.texts()
    assert "Het hoofdkantoor is niet te bereiken." in texts
    assert "Kijk of het netwerk werkt. Alles wordt bewaard tot het weer kan." in texts
    assert "1 bericht is geweigerd" in texts
    assert "Er is niets te herstellen." not in texts
    assert "woensdag 18 november, 10.42 uur" in texts
    assert {"A lesson is broken", "lesson.yaml", "Mend it."} <= set(texts)


def tell(house: House, **status: str) -> set[str]:
    """What staff read when the agent says this."""
    house.link.status = Status(online=False, **status)  # type: ignore[arg-type]
    house.link.said.emit(house.link.status)
    knock(house)
    enter(house, PIN)
    return set(house.texts())


TYPE = "Typ deze code in het beheer van het hoofdkantoor, bij “Computers die wachten”."


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("waiting", "Deze computer wacht tot u hem aanmeldt."),
        ("cloned", "De schijf van deze computer is gekopieerd. Daarom mag hij nu niet meedoen."),
    ],
)
def test_a_computer_that_waits_shows_its_code_in_groups_of_four(house: House, state: str, said: str) -> None:
    assert {said, "ABCD EFGH", TYPE} <= tell(house, state=state, code="ABCDEFGH")
    item = next(item for item in house.items() if item.property("text") == "ABCD EFGH")
    assert item.property("font").pixelSize() >= 60


def test_a_screen_reader_says_the_code_letter_by_letter(house: House) -> None:
    tell(house, state="waiting", code="AB2DEFGH")
    card = next(item for item in house.items() if item.property("code") == "AB2DEFGH")
    named = QAccessible.queryAccessibleInterface(card).text(QAccessible.Text.Name)
    assert named == f"{TYPE} A B 2 D E F G H"


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("cloned", "Bel de beheerder. Deze computer heeft een nieuwe sleutel nodig."),
        ("keyless", "Zet de computer uit en weer aan. Blijft dit zo? Bel de beheerder."),
        ("revoked", "Alles wordt bewaard. Het hoofdkantoor kan deze computer weer toelaten."),
    ],
)
def test_without_a_code_there_is_something_else_to_do(house: House, state: str, said: str) -> None:
    texts = tell(house, state=state)
    assert said in texts
    assert TYPE not in texts


@pytest.mark.parametrize(
    ("credential", "said"),
    [
        ("systemd", "versleuteld door het systeem"),
        ("keyring", "in de sleutelbos van de gebruiker"),
        ("file", "in een bestand"),
    ],
)
def test_staff_read_where_the_key_is(house: House, credential: str, said: str) -> None:
    assert {"Sleutel", said} <= tell(house, credential=credential)


def test_when_nothing_is_wrong_that_is_said(house: House) -> None:
    house.link.status = Status(online=True)
    house.link.said.emit(house.link.status)
    knock(house)
    enter(house, PIN)
    assert {"Alles werkt.", "Er is niets te herstellen."} <= set(house.texts())


def test_what_the_agent_mended_is_told_with_what_to_do(house: House) -> None:
    house.link.status = Status(online=True, notes=["replica.db was put aside and is fetched again"])
    house.link.said.emit(house.link.status)
    knock(house)
    enter(house, PIN)
    texts = set(house.texts())
    assert "replica.db was put aside and is fetched again" in texts
    assert "De computer herstelt dit zelf. Ziet u dit vaker? Bel de beheerder." in texts
    assert "Er is niets te herstellen." not in texts


def told(house: House, **status: object) -> list[str]:
    """What staff read when the agent says this."""
    house.link.status = Status(online=True, **status)  # type: ignore[arg-type]
    house.link.said.emit(house.link.status)
    knock(house)
    enter(house, PIN)
    return house.texts()


def test_a_refused_message_is_told_with_its_kind_moment_and_reason(house: House) -> None:
    at = datetime(2026, 11, 18, 9, 42, tzinfo=UTC)
    refused = [
        Quarantined(kind="claim", at=at, reason="no-such-desk"),
        Quarantined(kind="of-a-later-year", at=at, reason="of-a-later-year"),
    ]
    texts = told(house, quarantined=23, refused=refused)
    assert "23 berichten zijn geweigerd" in texts
    first = texts.index("Een plek nemen, 18 november, 10.42 uur")
    assert texts[first + 1] == "De plek is niet in deze vestiging."
    assert "Het hoofdkantoor gaf een andere reden." in texts
    assert "en nog 21 berichten" in texts
    assert "Het contact met het hoofdkantoor werkt." in texts
    assert "Alles werkt." not in texts
    assert "Er is niets te herstellen." not in texts


def test_every_kind_and_every_reason_has_its_own_sentence(house: House) -> None:
    at = datetime(2026, 11, 18, 9, 42, tzinfo=UTC)
    pairs = list(itertools.zip_longest(KINDS, sorted(set(CODES.values())), fillvalue="ask"))
    refused = [Quarantined(kind=kind, at=at, reason=reason) for kind, reason in pairs]
    texts = told(house, quarantined=len(refused), refused=refused)
    kinds = {text for text in texts if text.endswith(", 18 november, 10.42 uur")}
    assert len(kinds) == len(KINDS)
    assert not [text for text in kinds if text.startswith("Een ander bericht")]
    reasons = {texts[place + 1] for place, text in enumerate(texts) if text in kinds}
    assert len(reasons) == len(set(CODES.values())) + (len(KINDS) > len(set(CODES.values())))
    assert not [text for text in reasons if "andere reden" in text]


def test_the_list_of_refused_messages_is_scrolled_with_the_keyboard(house: House) -> None:
    at = datetime(2026, 11, 18, 9, 42, tzinfo=UTC)
    refused = [Quarantined(kind="ask", at=at, reason="unreadable") for _ in range(20)]
    told(house, quarantined=20, refused=refused)
    facts = house.window.activeFocusItem()
    assert facts.property("longer")
    house.key(Qt.Key.Key_End)
    assert facts.property("contentY") > 0
    assert facts.property("contentY") + facts.height() >= facts.property("contentHeight") - 1


def test_the_last_wipe_is_told_by_the_hour(house: House) -> None:
    texts = told(house, wipes=Wipes(count=3, hour=datetime(2026, 11, 18, 12, tzinfo=UTC)))
    assert "woensdag 18 november, tussen 13.00 en 14.00 uur" in texts
    assert "Er is niets te herstellen." in texts


def test_before_the_first_hour_nothing_is_told_of_wipes(house: House) -> None:
    texts = told(house)
    assert texts[texts.index("Laatst gewist") + 1] == "nog onbekend"


def test_files_that_were_not_wiped_are_the_first_trouble(house: House) -> None:
    texts = told(house, wipes=Wipes(left=2), notes=["replica.db was put aside"])
    assert texts.index("2 bestanden van een bezoeker zijn niet gewist") < texts.index("replica.db was put aside")
    assert "Er is niets te herstellen." not in texts


def test_a_screen_reader_names_the_line_for_the_pin_and_never_says_the_pin(house: House) -> None:
    knock(house)
    house.type("20261")
    line = QAccessible.queryAccessibleInterface(house.window.activeFocusItem())
    assert line.state().passwordEdit
    ((label, kind),) = line.relations()
    assert (label.text(QAccessible.Text.Name), kind) == ("Pincode van het personeel", QAccessible.RelationFlag.Label)
    assert "2026" not in line.text(QAccessible.Text.Value)


class TestWithoutAPin:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return Settings(state=settings.state, languages=["nl"], fullscreen=False)

    def test_nobody_gets_in(self, house: House) -> None:
        knock(house)
        assert "Op deze computer is geen pincode ingesteld." in house.texts()
        house.backend.staff.enter("")
        house.backend.staff.leave()
        assert not house.backend.staff.inside
