"""What the screen sees of a search: the newest words win, and nothing of them is left after the Turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.catalogue import index
from kiosk.catalogue.viewmodel import Catalogue
from kiosk.screen.link import Link
from kiosk.store.replica import Replica
from kiosk.wire import Copy, Title
from tests.library import library, write

MANY = [Title(id=f"m{number:02}", title=f"Deel {number}", languages=["dut"]) for number in range(45)]
ARABIC = Title(id="ar", title="Zuqāq al-Midaqq", original="زقاق المدق", original_authors=["نجيب محفوظ"])


class House:
    """The files of a kiosk, and a Catalogue that reads them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.records = [*library(), *MANY, ARABIC]
        write(folder, self.records)
        self.link = Link(str(folder / "link"))
        self.catalogue = Catalogue(Replica(folder / "replica.db", folder / "facts.db"), self.link, folder / "index")

    def build(self) -> None:
        index.build(self.folder / "index", (record for record in self.records if isinstance(record, Title)))


@pytest.fixture
def house(tmp_path: Path, qtbot: QtBot) -> Iterator[House]:
    made = House(tmp_path)
    made.build()
    yield made
    made.catalogue._searching.close()


@pytest.fixture
def search(house: House, qtbot: QtBot) -> Callable[[str], Catalogue]:
    def typed(text: str) -> Catalogue:
        house.catalogue.text = text
        qtbot.waitUntil(lambda: house.catalogue.typed == text and not house.catalogue.busy)
        return house.catalogue

    return typed


def names(catalogue: Catalogue) -> list[str]:
    return [row["titleId"] for row in catalogue.results.rows()]


def test_typing_brings_rows_with_the_place_and_the_mark(search: Callable[[str], Catalogue]) -> None:
    catalogue = search("havelar")
    assert catalogue.corrected == "havelaar"
    assert catalogue.total == 2
    first = catalogue.results.rows()[0]
    assert first["titleId"] == "t-havelaar"
    assert first["marked"].startswith("Max <b>Havelaar</b>, of De koffij-veilingen")
    assert (first["place"], first["callNumber"], first["count"]) == ("here", "MULT", 1)
    assert search("fiets").results.rows()[0]["branch"] == "Escamp"


def test_only_the_newest_words_are_answered(house: House, qtbot: QtBot) -> None:
    seen: list[str] = []
    house.catalogue.answered.connect(lambda: seen.append(house.catalogue.typed))
    for text in ("d", "de", "deel", "fiets"):
        house.catalogue.text = text
    qtbot.waitUntil(lambda: not house.catalogue.busy)
    assert seen == ["fiets"]
    assert names(house.catalogue) == ["t-fiets"]


def test_more_adds_the_next_page_until_all_are_there(search: Callable[[str], Catalogue], qtbot: QtBot) -> None:
    catalogue = search("deel")
    assert (len(names(catalogue)), catalogue.total) == (20, 45)
    for expected in (40, 45, 45):
        catalogue.more()
        qtbot.waitUntil(lambda: not catalogue.busy)
        assert len(names(catalogue)) == expected
    assert len(set(names(catalogue))) == 45


def test_an_empty_field_shows_nothing_at_once(search: Callable[[str], Catalogue]) -> None:
    catalogue = search("deel")
    catalogue.text = ""
    assert (catalogue.total, catalogue.busy) == (0, False)


def test_what_was_found_and_chosen_is_forgotten_with_the_turn(search: Callable[[str], Catalogue]) -> None:
    catalogue = search("deel")
    catalogue.forget()
    assert (names(catalogue), catalogue.facets.rows(), catalogue.ways.rows()) == ([], [], [])
    assert (catalogue.text, catalogue.total, catalogue.filtered) == ("", 0, False)


def test_only_as_many_rows_are_made_as_there_is_room_for(search: Callable[[str], Catalogue]) -> None:
    catalogue = search("")
    catalogue.room = 4
    assert len(names(search("deel"))) == 4
    assert not catalogue.complete
    for expected in (8, 12):
        catalogue.more()
        assert (len(names(catalogue)), catalogue.busy) == (expected, False)
    assert len(names(search("deel 1"))) == 4


def test_another_script_is_the_name_and_latin_letters_stand_beside_it(search: Callable[[str], Catalogue]) -> None:
    (row,) = search("المدق").results.rows()
    assert row["marked"] == "زقاق <b>المدق</b>"
    assert row["roman"] == "Zuqāq al-Midaqq"
    assert row["authors"] == ["نجيب محفوظ"]


def test_an_open_title_shows_each_branch_this_one_first(house: House) -> None:
    house.catalogue.open("t-havelaar")
    assert house.catalogue.opened["fullName"].startswith("Max Havelaar, of")
    assert house.catalogue.opened["pages"] == 349
    shown = house.catalogue.copies.rows()
    assert [(row["branch"], row["here"], row["status"]) for row in shown] == [
        ("Laak", True, "available"),
        ("Escamp", False, "on_loan"),
    ]
    assert shown[1]["due"].day == 1
    house.catalogue.open("gone")
    assert house.catalogue.opened == {}


def test_a_returned_copy_shows_without_a_new_search(house: House, search: Callable[[str], Catalogue]) -> None:
    catalogue = search("fiets")
    write(house.folder, [Copy(id="c-9", title="t-fiets", branch="laak", call_number="J 629.2", status="available")])
    house.link.changed.emit(["copies"])
    assert catalogue.results.rows()[0]["place"] == "here"


def test_new_titles_are_found_as_soon_as_they_are_said(
    house: House, search: Callable[[str], Catalogue], qtbot: QtBot
) -> None:
    catalogue = search("poes")
    assert catalogue.total == 0
    new = Title(id="new", title="De poes")
    write(house.folder, [new])
    index.update(house.folder / "index", [new], [])
    house.link.changed.emit(["titles"])
    qtbot.waitUntil(lambda: names(catalogue) == ["new"])


def test_the_index_may_come_later(tmp_path: Path, qtbot: QtBot) -> None:
    house = House(tmp_path)
    house.catalogue.prepare()
    assert house.catalogue.state == "preparing"
    house.catalogue.text = "fiets"
    qtbot.waitUntil(lambda: not house.catalogue.busy)
    house.build()
    house.link.changed.emit(["titles"])
    qtbot.waitUntil(lambda: names(house.catalogue) == ["t-fiets"])
    assert house.catalogue.state == ""
    house.catalogue._searching.close()


def test_a_damaged_index_is_said_and_mended(house: House, search: Callable[[str], Catalogue], qtbot: QtBot) -> None:
    (current,) = [path for path in (house.folder / "index").iterdir() if path.is_dir()]
    (current / "meta.json").write_text("{")
    house.catalogue.text = "fiets"
    qtbot.waitUntil(lambda: not house.catalogue.busy)
    assert house.catalogue.state == "damaged"
    house.build()
    house.link.changed.emit(["titles"])
    qtbot.waitUntil(lambda: names(house.catalogue) == ["t-fiets"])
    assert house.catalogue.state == ""


def test_the_agent_is_told_of_a_damaged_index(
    house: House, search: Callable[[str], Catalogue], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[bool] = []
    monkeypatch.setattr(house.link, "damaged", lambda: told.append(True))
    (meta,) = (house.folder / "index").glob("*/meta.json")
    meta.write_text("{")
    house.link.changed.emit(["titles"])
    qtbot.waitUntil(lambda: bool(told))
    assert house.catalogue.state == "damaged"


def test_facets_follow_and_narrow_and_go_with_the_turn(
    house: House, search: Callable[[str], Catalogue], qtbot: QtBot
) -> None:
    catalogue = search("havelaar")
    qtbot.waitUntil(lambda: catalogue.facets.count > 0)
    assert {(row["facet"], row["value"], row["count"]) for row in catalogue.facets.rows()} >= {
        ("kind", "book", 1),
        ("kind", "audiobook", 1),
        ("language", "dut", 1),
    }
    catalogue.choose("kind", "audiobook")
    qtbot.waitUntil(lambda: names(catalogue) == ["t-havelaar-cd"])
    assert catalogue.filtered
    catalogue.choose("language", "dut")
    qtbot.waitUntil(lambda: catalogue.ways.count > 0)
    assert names(catalogue) == []
    ways = [(row["way"], row["facet"], row["value"], row["count"]) for row in catalogue.ways.rows()]
    assert ways == [("drop-filter", "kind", "audiobook", 1), ("drop-filter", "language", "dut", 1)]
    catalogue.loosen(0)
    qtbot.waitUntil(lambda: names(catalogue) == ["t-havelaar"])
    catalogue.drop("language", "dut")
    qtbot.waitUntil(lambda: catalogue.results.rows()[0]["editions"] == 2)
    assert catalogue.results.rows()[0]["kinds"] == ["audiobook"]
    catalogue.choose("kind", "book")
    catalogue.forget()
    assert (catalogue.filtered, names(catalogue), catalogue.facets.count) == (False, [], 0)


def test_a_library_without_titles_says_so(house: House, qtbot: QtBot) -> None:
    index.build(house.folder / "index", [])
    house.catalogue.prepare()
    qtbot.waitUntil(lambda: house.catalogue.state == "none")


def test_nothing_of_a_search_outlives_the_turn(
    house: House, search: Callable[[str], Catalogue], caplog: pytest.LogCaptureFixture
) -> None:
    catalogue = search("havelar")
    catalogue.open("t-havelaar")
    catalogue.forget()
    assert (catalogue.text, catalogue.typed, catalogue.corrected, names(catalogue)) == ("", "", "", [])
    assert catalogue.opened == {}
    assert "havel" not in repr(vars(catalogue)) + repr(vars(catalogue._searching)) + caplog.text


def test_the_age_of_the_data_is_shown_on_the_wall_clock(house: House) -> None:
    house.catalogue.refresh()
    assert house.catalogue.updated.time().toString("HH:mm") == "14:07"


def test_an_index_that_could_not_be_read_is_tried_again(house: House, qtbot: QtBot) -> None:
    (meta,) = (house.folder / "index").glob("*/meta.json")
    whole = meta.read_bytes()
    meta.write_text("{")
    house.catalogue.prepare()
    qtbot.waitUntil(lambda: house.catalogue.state == "damaged")
    meta.write_bytes(whole)
    house.catalogue.refresh()
    qtbot.waitUntil(lambda: house.catalogue.state == "")
