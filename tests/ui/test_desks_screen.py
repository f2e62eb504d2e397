"""Choosing a desk on the plan or in the list, taking it, and what comes of it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest
from PySide6.QtCore import QPointF, Qt

from kiosk.screen import inspect
from kiosk.screen.seen import look
from kiosk.settings import Settings
from kiosk.wire import Claim, Leave, Record, Result
from kiosk.wire.link import Keep
from tests import library
from tests.ui.conftest import House


def facts(house: House, kind: type) -> list:
    said = [message.fact for message in house.link.said_to_agent if isinstance(message, Keep)]
    return [fact for fact in said if isinstance(fact, kind)]


def answer(house: House, status: str, other: str = "") -> None:
    (claim,) = facts(house, Claim)
    house.link.answered.emit(Result(id=claim.id, status=status, other=other))  # type: ignore[arg-type]
    house.rest()


def rows(house: House) -> list[str]:
    return [house.says(item) for item in house.items() if house.kind(item) == "SeatRow"]


def wide(house: House) -> list[str]:
    """Texts that reach beyond the window."""
    texts = [item for item in house.items() if item.inherits("QQuickText") and item.property("text")]
    places = [(item.property("text"), item.mapRectToScene(item.boundingRect())) for item in texts]
    return [text for text, place in places if place.left() < -1 or place.right() > house.window.width() + 1]


def test_the_list_says_what_the_plan_shows(house: House) -> None:
    house.begin("desks")
    assert rows(house)[0] == "Tafel 2, vrij tot 18.00 uur"
    assert "Tafel 6, vrij tot 16.00 uur" in rows(house)
    assert "Tafel 1, bezet tot 14.30 uur" in rows(house)
    assert "Computer 3 (hier), vrij tot 18.00 uur" in rows(house)
    marks = {item.property("number"): item.property("mark") for item in house.items() if house.kind(item) == "Seat"}
    assert (marks["2"], marks["6"], marks["1"], marks["C4"]) == ("free", "until", "taken", "broken")


def test_the_first_row_has_the_focus_and_arrows_go_along_the_rows(house: House) -> None:
    house.begin("desks")
    first, second = rows(house)[:2]
    assert house.focus == first
    house.key(Qt.Key.Key_Down)
    assert house.focus == second
    house.key(Qt.Key.Key_Up)
    assert house.focus == first


def test_tab_stops_once_in_the_list(house: House) -> None:
    house.begin("desks")
    said = house.tab_round()
    assert len([text for text in said if "tot" in text and "," in text]) == 1
    assert {"Terug", "Alles", "Tafels", "Computers", "Kamers", "Home"} <= set(said)


def test_a_desk_is_taken_by_keyboard_alone(house: House) -> None:
    house.begin("desks")
    house.key(Qt.Key.Key_Space)
    house.reach("Neem tafel 2")
    house.key(Qt.Key.Key_Return)
    assert [claim.desk for claim in facts(house, Claim)] == ["laak-t2"]
    assert "Ik vraag tafel 2 aan" in house.texts()
    answer(house, "stored")
    assert "Tafel 2 is van u" in house.texts()
    assert "U kunt blijven tot 18.00 uur." in house.texts()


def test_a_seat_on_the_plan_can_be_touched(house: House) -> None:
    house.begin("desks")
    seat = next(item for item in house.items() if house.kind(item) == "Seat" and item.property("number") == "4")
    house.click(seat)
    assert house.find("Neem tafel 4")
    assert "uw keuze" in house.texts()


def test_the_plan_is_not_read_twice_to_who_cannot_see_it(house: House) -> None:
    from PySide6.QtGui import QAccessible

    house.begin("desks")
    seats = [item for item in house.items() if house.kind(item) in ("Seat", "Floor")]
    spoken = [QAccessible.queryAccessibleInterface(item) for item in seats]
    assert seats
    assert all(found is None or not found.text(QAccessible.Text.Name) for found in spoken)


def test_nothing_is_taken_before_something_is_chosen(house: House) -> None:
    house.begin("desks")
    house.click("Kies eerst een plek")
    assert facts(house, Claim) == []


def test_a_taken_desk_says_why_not_beside_the_button(house: House) -> None:
    house.begin("desks")
    house.click("Tafel 1, bezet tot 14.30 uur")
    assert "Tafel 1 is bezet tot 14.30 uur." in house.texts()
    house.click("Neem tafel 1")
    assert facts(house, Claim) == []


def test_who_is_a_second_too_late_hears_why_and_gets_another(house: House, settings: Settings) -> None:
    house.begin("desks")
    house.click("Tafel 2, vrij tot 18.00 uur")
    library.write(settings.state, [library.visit("v", "laak-t2", library.local(18, 14), library.local(18, 17))])
    house.click("Neem tafel 2")
    assert "Tafel 2 is bezet tot 17.00 uur. Tafel 4 is nu vrij." in house.texts()
    house.click("Kies tafel 4")
    house.click("Neem tafel 4")
    assert [claim.desk for claim in facts(house, Claim)] == ["laak-t4"]


def test_without_an_answer_the_desk_is_provisional(house: House) -> None:
    house.begin("desks")
    house.backend.workspaces._mine._patience.setInterval(20)
    house.click("Tafel 4, vrij tot 18.00 uur")
    house.click("Neem tafel 4")
    house.wait(lambda: "Tafel 4 is voorlopig van u" in house.texts())


def test_who_loses_a_desk_takes_the_one_nearby_with_one_press(house: House) -> None:
    house.begin("desks")
    house.click("Tafel 4, vrij tot 18.00 uur")
    house.click("Neem tafel 4")
    answer(house, "conflict", "laak-t2")
    assert "Tafel 4 is al van iemand anders" in house.texts()
    house.click("Neem tafel 2")
    assert [claim.desk for claim in facts(house, Claim)] == ["laak-t4", "laak-t2"]


def test_who_is_busy_elsewhere_hears_that_the_desk_is_lost_and_finds_another(house: House) -> None:
    house.begin("desks")
    house.click("Tafel 4, vrij tot 18.00 uur")
    house.click("Neem tafel 4")
    house.go("search")
    answer(house, "conflict", "laak-t2")
    assert {"Tafel 4 is al van iemand anders", "Iemand anders was net eerder. Dat spijt ons."} <= set(house.texts())
    assert house.focus == "Zoek een andere plek"
    house.key(Qt.Key.Key_Escape)
    assert house.screens().property("currentName") == "search"
    assert house.focus != "Zoek een andere plek"


def test_one_press_leads_from_the_lost_desk_to_another(house: House) -> None:
    house.begin()
    house.backend.workspaces.claim("laak-t4")
    answer(house, "conflict", "laak-t2")
    house.click("Zoek een andere plek")
    house.click("Neem tafel 2")
    assert [claim.desk for claim in facts(house, Claim)] == ["laak-t4", "laak-t2"]


def test_a_desk_is_given_back(house: House) -> None:
    house.begin("desks")
    house.click("Tafel 4, vrij tot 18.00 uur")
    house.click("Neem tafel 4")
    answer(house, "stored")
    house.click("Geef tafel 4 terug")
    assert len(facts(house, Leave)) == 1
    assert "Kies een plek" in house.texts()


def test_a_filter_leaves_one_kind_and_the_rest_of_the_list_can_be_shown(house: House) -> None:
    house.begin("desks")
    before = len(rows(house))
    house.click(next(house.says(item) for item in house.items() if house.says(item).startswith("Toon nog")))
    assert len(rows(house)) == before + 1
    house.click("Computers")
    assert [text.split(",")[0] for text in rows(house)] == ["Computer 3 (hier)", "Computer 1", "Computer 4"]


def test_a_closed_library_says_when_it_opens(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    library.set_clock(monkeypatch, library.local(18, 19))
    for area in house.backend.areas():
        area.refresh()
    house.begin("desks")
    assert "De bibliotheek is nu dicht" in house.texts()
    assert any("10.00 uur" in text for text in house.texts())


class TestOfAKioskThatKnowsNothing:
    @pytest.fixture
    def records(self) -> Sequence[Record]:
        return []

    def test_it_says_so(self, house: House) -> None:
        house.begin("desks")
        assert "Ik ken de plekken hier nog niet" in house.texts()


class TestOfAHouseWithTwoFloors:
    @pytest.fixture
    def records(self) -> Sequence[Record]:
        laak = library.branches()[0]
        upper = msgspec.structs.replace(laak.floors[0], number=1, name={"nl": "Eerste verdieping"}, pieces=[])
        high = msgspec.structs.replace(library.desks()[1], id="laak-t9", name="Tafel 9", floor=1)
        laak = msgspec.structs.replace(laak, floors=[laak.floors[0], upper])
        return [laak, library.kiosk(), *library.desks(), high]

    def test_the_floor_of_what_is_chosen_is_shown(self, house: House) -> None:
        house.begin("desks")
        numbers = [item.property("number") for item in house.items() if house.kind(item) == "Seat"]
        assert "9" not in numbers
        house.click("Eerste verdieping")
        numbers = [item.property("number") for item in house.items() if house.kind(item) == "Seat"]
        assert "9" in numbers
        assert "4" not in numbers


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080), (1080, 1920)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_word_leaves_the_screen(house: House, size: tuple[int, int], scale: float) -> None:
    house.backend.display.scale = scale
    house.resize(*size)
    house.begin("desks")
    assert wide(house) == []


def test_the_plan_is_not_mirrored_in_arabic_but_the_screen_is(house: House) -> None:
    house.backend.display.locale = "ar"
    house.begin("desks")
    seats = {item.property("number"): item for item in house.items() if house.kind(item) == "Seat"}
    here = {number: item.mapToScene(item.boundingRect().center()).x() for number, item in seats.items() if number}
    assert here["C1"] < here["C3"] < here["Zee"]
    first_row = next(item for item in house.items() if house.kind(item) == "SeatRow")
    assert first_row.mapToScene(first_row.boundingRect().center()).x() < here["C1"]


def findings(house: House, rule: str) -> list[str]:
    """What the inspection of a tour says of that rule now."""
    house.rest()
    return [str(found) for found in inspect.findings(look(house.window)) if found.rule == rule]


@pytest.mark.parametrize("theme", ["light", "high"])
def test_every_word_and_number_on_the_plan_can_be_read(house: House, theme: str) -> None:
    house.backend.display.theme = theme
    house.begin("desks")
    house.click("Tafel 4, vrij tot 18.00 uur")
    assert {"vrij", "tot 16.00", "bezet", "uw keuze", "6"} <= set(house.texts())
    assert findings(house, "pale") == []


def test_the_button_below_the_list_keeps_its_distance_from_the_last_row(house: House) -> None:
    house.begin("desks")
    more = house.find(next(house.says(item) for item in house.items() if house.says(item).startswith("Toon nog")))
    last = [item for item in house.items() if house.kind(item) == "SeatRow"][-1]
    below = last.mapToScene(QPointF(0, last.height())).y()
    assert more.mapToScene(QPointF(0, 0)).y() - below >= 16
    assert more.height() >= 64


def test_who_has_a_desk_lands_on_the_heading_and_gives_nothing_back_by_mistake(house: House) -> None:
    house.backend.display.scale = 2.0
    house.begin("desks")
    house.click("Tafel 4, vrij tot 18.00 uur")
    house.click("Neem tafel 4")
    answer(house, "stored")
    house.click("Naar Home")
    house.go("desks")
    house.wait(lambda: house.focus == "Tafel 4 is van u")
    heading = house.window.activeFocusItem()
    assert heading is not None
    assert heading.mapToScene(QPointF(0, heading.height())).y() < house.window.height() - 112
    house.key(Qt.Key.Key_Return)
    assert facts(house, Leave) == []


@pytest.mark.parametrize(
    ("screen", "needs", "drawn"), [("desks", {}, "Floor"), ("event", {"eventId": "laak-taal"}, "Code")]
)
def test_what_is_scrolled_out_of_sight_is_not_painted_over_the_bars(
    house: House, screen: str, needs: dict[str, str], drawn: str
) -> None:
    house.backend.display.scale = 2.0
    house.begin(screen, needs)
    (scroll,) = [item for item in house.items() if house.kind(item) == "Scroll" and item.width() > 1900]
    (drawing,) = [item for item in house.items() if house.kind(item) == drawn]
    edge = drawing.mapToItem(scroll, QPointF(0, drawing.height())).y() + 60
    before = house.window.grabWindow().copy(0, 0, 1900, 100)
    scroll.setProperty("contentY", edge)
    house.rest()
    assert house.window.grabWindow().copy(0, 0, 1900, 100) == before
