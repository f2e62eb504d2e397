"""One title: what it is, where it stands, and the ways on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem

from kiosk.catalogue import index
from kiosk.screen.qr import qr
from kiosk.settings import Settings
from kiosk.wire import SERVICE, Availability, Branch, Copy, Link, Record, Series, Title
from kiosk.wire.link import Look, Looked
from tests import library
from tests.ui.conftest import House

FILM = Title(
    id="film", title="Max Havelaar", kind="film", authors=["Fons Rademakers"], year=1976, extent="1 dvd (170 min)"
)
ONLINE = Title(
    id="online",
    title="Online boek",
    kind="ebook",
    authors=["Bo Voorbeeld"],
    links=[Link("https://e.example/lees"), Link("javascript:x")],
)
SERIES = Title(
    id="serie", title="Deel twee", series=[Series("De reeks", "2")], languages=["dut"], original_language="eng"
)
ARABIC = Title(
    id="ar", title="Zuqāq al-Midaqq", original="زقاق المدق", original_authors=["نجيب محفوظ"], authors=["Najīb Maḥfūẓ"]
)
LENT = Copy(id="lent", title="film", branch="laak", status="on_order")


@pytest.fixture
def records() -> Sequence[Record]:
    return [*map(with_page, library.library()), FILM, ONLINE, SERIES, ARABIC, LENT]


def with_page(record: Record) -> Record:
    """Laak has titles on a site of its own."""
    site = "https://bieb.example/{id}"
    return msgspec.structs.replace(record, catalogue_page=site) if isinstance(record, Branch) else record


@pytest.fixture
def settings(settings: Settings, records: Sequence[Record]) -> Settings:
    index.build(settings.index, (record for record in records if isinstance(record, Title)))
    return settings


def shown(house: House, title: str) -> set[str]:
    """The texts on the page of that title."""
    house.begin("title", {"titleId": title})
    return set(house.texts())


def test_the_page_says_what_it_is_and_where_it_stands(house: House) -> None:
    texts = shown(house, "t-havelaar")
    assert "Max Havelaar, of De koffij-veilingen der Nederlandsche Handel-Maatschappy" in texts
    assert {"Boek", "Nederlands", "2010", "Een ambtenaar komt op voor de bevolking van Java."} <= texts
    assert {"Waar staat dit boek?", "Hier, in Laak", "Escamp", "uitgeleend", "terug op 1 december"} <= texts
    assert "plank MULT" in texts
    assert "Over: Nederlands-Indië, Kolonialisme" in texts


def test_this_branch_comes_first(house: House) -> None:
    house.begin("title", {"titleId": "t-havelaar"})
    rows = [item for item in house.items() if house.kind(item) == "CopyRow"]
    assert [row.property("branch") for row in rows] == ["Laak", "Escamp"]
    assert [row.property("here") for row in rows] == [True, False]


@pytest.mark.parametrize(
    ("title", "says"),
    [
        ("film", {"Waar staat deze film?", "in bestelling", "Film op dvd"}),
        ("online", {"Online, via de website van de bibliotheek. Thuis of op uw telefoon.", "Waar vindt u dit?"}),
        ("serie", {"Deel 2 van De reeks", "Vertaald, eerst verschenen in het Engels"}),
        ("t-cooking", {"Deze titel staat nu nergens op de plank. Vraag ernaar bij Hulp.", "Engels"}),
        ("ar", {"زقاق المدق", "Zuqāq al-Midaqq"}),
        ("gone", {"Deze titel is er niet meer"}),
    ],
)
def test_each_kind_of_title_has_its_words(house: House, title: str, says: set[str]) -> None:
    assert says <= shown(house, title)


def test_nobody_searches_the_shelves_for_what_is_not_here(house: House) -> None:
    house.begin("title", {"titleId": "t-fiets"})
    first = next(item for item in house.items() if house.kind(item) == "CopyRow")
    assert first.property("here")
    assert {"Hier, in Laak", "niet in deze vestiging"} <= {i.property("text") for i in house.items(first)}


def test_on_a_narrow_screen_the_answer_comes_before_the_list(house: House) -> None:
    house.resize(1024, 768)
    assert "Hier, op plank MULT" in shown(house, "t-havelaar")


def test_more_of_the_author_goes_back_to_the_list(house: House) -> None:
    house.begin("search")
    house.go("title", {"titleId": "t-havelaar"})
    house.reach("Meer van Multatuli")
    house.key(Qt.Key.Key_Return)
    catalogue = house.backend.catalogue
    house.wait(lambda: catalogue.typed == "Multatuli" and not catalogue.busy)
    assert house.screens().property("currentName") == "search"
    assert catalogue.total == 2


def test_help_is_one_press_away(house: House) -> None:
    house.begin("title", {"titleId": "t-havelaar"})
    house.click("Niet gevonden? Vraag hulp")
    assert house.screens().property("currentName") == "help"


def test_by_keyboard_one_gets_everywhere_and_back(house: House) -> None:
    house.begin("search")
    house.go("title", {"titleId": "t-havelaar"})
    house.key(Qt.Key.Key_Tab)
    assert house.tab_round()[:5] == [
        "Reserveer of verleng",
        "Meer van Multatuli",
        "Niet gevonden? Vraag hulp",
        "Luisterboek",
        "Terug naar de lijst",
    ]
    house.key(Qt.Key.Key_Escape)
    assert house.screens().property("currentName") == "search"


def test_a_copy_that_comes_back_shows_at_once(house: House, settings: Settings) -> None:
    texts = shown(house, "t-fiets")
    assert {"Hier, in Laak", "niet in deze vestiging"} <= texts
    back = Copy(id="back", title="t-fiets", branch="laak", call_number="J 629.2", status="available")
    library.write(settings.state, [back])
    house.link.changed.emit(["copies"])
    house.rest()
    assert "1 binnen" in house.texts()
    assert "niet in deze vestiging" not in house.texts()


def test_what_the_library_s_system_says_now_takes_the_place_of_what_was_known(house: House) -> None:
    assert {"niet in deze vestiging", "Escamp"} <= shown(house, "t-fiets")
    asked = [message.title for message in house.link.said_to_agent if isinstance(message, Look)]
    assert asked == ["t-fiets"]
    now = Copy(id="live", title="t-fiets", branch="laak", call_number="J 629.2", status="available")
    moment = library.NOW - timedelta(minutes=5)
    found = Availability(service=SERVICE, title="t-fiets", copies=[now], fetched=moment, live=True)
    house.link.looked.emit(Looked(title="t-fiets", found=found))
    house.rest()
    texts = house.texts()
    assert {"1 binnen", "gegevens van 14.02 uur"} <= set(texts)
    assert "niet in deze vestiging" not in texts
    assert "Escamp" not in texts


def test_who_leaves_the_turn_looks_at_no_title(house: House) -> None:
    house.begin("title", {"titleId": "t-havelaar"})
    house.backend.catalogue.forget()
    asked = [message.title for message in house.link.said_to_agent if isinstance(message, Look)]
    assert asked == ["t-havelaar", ""]


def test_reading_leaves_people_alone_longer(house: House) -> None:
    house.begin("title", {"titleId": "t-havelaar"})
    assert house.backend.turn.reading


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_on_a_small_screen_one_begins_at_the_top(house: House, scale: float) -> None:
    house.window.resize(1024, 768)
    house.backend.display.scale = scale
    texts = shown(house, "t-havelaar")
    assert "Meer van Multatuli" in texts
    heading = next(item for item in house.items() if str(item.property("text")).startswith("Max Havelaar, of"))
    bar = next(item for item in house.items() if house.kind(item) == "TopBar")
    assert heading.mapToScene(heading.boundingRect().topLeft()).y() >= bar.height()


def test_the_plan_marks_the_shelf_and_the_words_say_the_same(house: House) -> None:
    texts = shown(house, "t-havelaar")
    (plan,) = [item for item in house.items() if house.kind(item) == "WalkPlan"]
    marked = plan.property("plan")["pieces"][int(plan.property("found"))]
    assert (marked["what"], marked["first"]) == ("shelf", "MULT")
    assert "Zo loopt u" in texts
    assert "Loop naar de kast bij: Kamer Zee. Daar staat: MULT tot NEDE." in texts
    assert "Zoek op de rug: MULT." in texts
    assert "U bent hier" in texts


def test_a_plan_is_shown_only_for_what_stands_here(house: House) -> None:
    assert "Zo loopt u" not in shown(house, "t-fiets")


def test_a_book_on_no_drawn_shelf_has_no_plan(house: House, settings: Settings) -> None:
    library.write(
        settings.state, [Copy(id="far", title="t-fiets", branch="laak", call_number="XX 1", status="available")]
    )
    assert "Zo loopt u" not in shown(house, "t-fiets")


def test_the_way_leads_along_when_the_language_changes(house: House) -> None:
    house.begin("title", {"titleId": "t-havelaar"})
    house.backend.display.locale = "en"
    house.rest()
    assert "Walk to the bookcase near: Room Sea. It says: MULT to NEDE." in house.texts()


def code(house: House) -> QQuickItem:
    (found,) = [item for item in house.items() if house.kind(item) == "Code"]
    return found


def test_reserving_goes_by_phone_to_the_librarys_own_page(house: House) -> None:
    house.begin("title", {"titleId": "t-havelaar"})
    assert house.focus.startswith("Max Havelaar, of De koffij")
    house.reach("Reserveer of verleng")
    house.key(Qt.Key.Key_Return)
    assert "https://bieb.example/t-havelaar" in house.texts()
    assert code(house).property("drawn") == qr("https://bieb.example/t-havelaar")
    house.key(Qt.Key.Key_Escape)
    assert house.focus == "Reserveer of verleng"
    assert not [item for item in house.items() if house.kind(item) == "Code"]


def test_what_is_online_is_read_on_a_phone_and_only_by_pages(house: House) -> None:
    house.begin("title", {"titleId": "online"})
    assert [item for item in map(house.says, house.items()) if item == "Lees online"] == ["Lees online"]
    house.click("Lees online")
    assert code(house).property("drawn") == qr("https://e.example/lees")
    house.click("Klaar")
    assert house.focus == "Lees online"


def test_other_editions_are_one_press_away_and_back_is_the_first(house: House) -> None:
    house.begin("title", {"titleId": "t-havelaar"})
    assert "Ook zo te krijgen" in house.texts()
    house.reach("Luisterboek")
    house.key(Qt.Key.Key_Return)
    assert house.backend.catalogue.opened["titleId"] == "t-havelaar-cd"
    house.key(Qt.Key.Key_Escape)
    assert house.backend.catalogue.opened["titleId"] == "t-havelaar"
    assert {"Zo loopt u", "plank MULT"} <= set(house.texts())


def test_however_far_one_wanders_few_screens_wait_below(house: House) -> None:
    house.begin("search")
    for title in ["t-havelaar", "t-fiets"] * 12:
        house.go("title", {"titleId": title})
    assert house.screens().property("stack").property("length").toInt() <= 12
    house.click("Home")
    assert house.screens().property("currentName") == "home"
