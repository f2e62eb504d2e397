"""One title: what it is, where it stands, and the ways on."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt

from kiosk.catalogue import index
from kiosk.settings import Settings
from kiosk.wire import Copy, Record, Series, Title
from tests import library
from tests.ui.conftest import House

FILM = Title(
    id="film", title="Max Havelaar", kind="film", authors=["Fons Rademakers"], year=1976, extent="1 dvd (170 min)"
)
ONLINE = Title(id="online", title="Online boek", kind="ebook", authors=["Bo Voorbeeld"])
SERIES = Title(
    id="serie", title="Deel twee", series=[Series("De reeks", "2")], languages=["dut"], original_language="eng"
)
ARABIC = Title(
    id="ar", title="Zuqāq al-Midaqq", original="زقاق المدق", original_authors=["نجيب محفوظ"], authors=["Najīb Maḥfūẓ"]
)
LENT = Copy(id="lent", title="film", branch="laak", status="on_order")


@pytest.fixture
def records() -> Sequence[Record]:
    return [*library.library(), FILM, ONLINE, SERIES, ARABIC, LENT]


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
    assert house.focus == "Meer van Multatuli"
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
    round_trip = house.tab_round()
    assert {"Meer van Multatuli", "Terug naar de lijst", "Niet gevonden? Vraag hulp"} <= set(round_trip)
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
