"""Where the open title can be had now: shown when it comes, with its age, and gone with the title."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDateTime
from pytestqt.qtbot import QtBot

from kiosk import clock
from kiosk.catalogue.viewmodel import Catalogue
from kiosk.store.replica import Replica
from kiosk.wire import SERVICE, Availability, Branch, Copy, Theme, Title
from kiosk.wire.link import Looked
from tests.fake_link import FakeLink
from tests.library import NOW, write

EARLIER, JUST_NOW = datetime(2026, 11, 18, 2, 30, tzinfo=UTC), datetime(2026, 11, 18, 13, 5, tzinfo=UTC)
RECORDS = [
    Branch(id="laak", name="Bibliotheek Laak", short="Laak"),
    Branch(id="oost", name="Bibliotheek Oost", short="Oost"),
    Title(id="t1", title="Tellen tot tien"),
    Title(id="t2", title="Tellen tot twintig"),
    Copy(id="c1", title="t1", branch="laak", status="available", fetched=EARLIER, shelf="Romans"),
    Copy(id="c2", title="t2", branch="oost", status="available"),
]


@pytest.fixture
def link() -> FakeLink:
    return FakeLink()


@pytest.fixture
def catalogue(tmp_path: Path, link: FakeLink, qtbot: QtBot) -> Iterator[Catalogue]:
    write(tmp_path, RECORDS)
    made = Catalogue(Replica(tmp_path / "replica.db", tmp_path / "facts.db"), link, tmp_path / "index")  # type: ignore[arg-type]
    made.refresh()
    yield made
    made._searching.close()


def hear(link: FakeLink, *copies: Copy, title: str = "t1", live: bool = True) -> None:
    found = Availability(service=SERVICE, title=title, copies=list(copies), fetched=JUST_NOW, live=live)
    link.looked.emit(Looked(title=title, found=found))


def shown(catalogue: Catalogue) -> list[tuple[Any, ...]]:
    return [(row["branch"], row["status"], row["due"]) for row in catalogue.copies.rows()]


def wall(moment: datetime) -> QDateTime:
    return QDateTime(clock.wall(moment))  # type: ignore[call-overload]


def test_the_shelves_of_this_branch_stand_in_their_order_with_what_is_known(
    catalogue: Catalogue, link: FakeLink, tmp_path: Path
) -> None:
    shelves = [
        Theme(id="c", name={"nl": "Voor allen"}, order=2, titles=["t2", "gone", "t1"]),
        Theme(id="b", name={"nl": "Hier", "ar": "هنا"}, branch="laak", order=1, titles=["t1"]),
        Theme(id="a", name={"nl": "Elders"}, branch="oost", titles=["t1"]),
        Theme(id="d", name={"nl": "Leeg"}, titles=["gone"]),
    ]
    write(tmp_path, shelves)
    link.changed.emit(["themes"])
    shown = [
        (row["shelf"], row["name"], [one["titleId"] for one in row["titles"].rows()])
        for row in catalogue.shelves.rows()
    ]
    assert shown == [("b", {"nl": "Hier", "ar": "هنا"}, ["t1"]), ("c", {"nl": "Voor allen"}, ["t2", "t1"])]


LENT = Copy(id="x1", title="t1", branch="laak", status="on_loan", due=date(2026, 12, 1))
OTHER = Copy(id="x2", title="t1", branch="oost", status="available")


def test_what_is_stored_is_shown_at_once_with_its_age(catalogue: Catalogue, link: FakeLink) -> None:
    catalogue.open("t1")
    assert link.titles == ["t1"]
    assert (shown(catalogue), catalogue.live) == ([("Laak", "available", None)], False)
    assert catalogue.updated == wall(EARLIER)


def test_what_is_so_now_takes_its_place(catalogue: Catalogue, link: FakeLink, qtbot: QtBot) -> None:
    catalogue.open("t1")
    with qtbot.waitSignals([catalogue.openedChanged, catalogue.updatedChanged], timeout=1000):
        hear(link, LENT, OTHER)
    assert shown(catalogue) == [("Laak", "on_loan", datetime(2026, 12, 1, 12)), ("Oost", "available", None)]
    assert (catalogue.live, catalogue.updated) == (True, wall(JUST_NOW))
    assert (catalogue.opened["place"], catalogue.opened["branch"]) == ("elsewhere", "Oost")


def test_a_title_of_which_no_copy_is_left_says_so(catalogue: Catalogue, link: FakeLink) -> None:
    catalogue.open("t1")
    hear(link)
    assert (shown(catalogue), catalogue.opened["place"], catalogue.live) == ([], "none", True)


def test_without_an_answer_the_stored_ones_stay(catalogue: Catalogue, link: FakeLink) -> None:
    catalogue.open("t1")
    link.looked.emit(Looked(title="t1"))
    hear(link, LENT, live=False)
    assert (shown(catalogue), catalogue.live) == ([("Laak", "available", None)], False)


def test_an_answer_about_another_title_is_not_shown(catalogue: Catalogue, link: FakeLink) -> None:
    catalogue.open("t1")
    catalogue.open("t2")
    hear(link, LENT)
    assert shown(catalogue) == [("Laak", "absent", None), ("Oost", "available", None)]
    assert catalogue.updated == wall(NOW)  # nobody knows how old that copy is: when the data came


def test_it_is_still_so_when_other_news_comes(catalogue: Catalogue, link: FakeLink) -> None:
    catalogue.open("t1")
    hear(link, LENT)
    link.changed.emit(["copies"])
    assert shown(catalogue) == [("Laak", "on_loan", datetime(2026, 12, 1, 12))]
    assert link.titles == ["t1"]  # asked once


def test_it_goes_with_the_title(catalogue: Catalogue, link: FakeLink) -> None:
    catalogue.open("t1")
    hear(link, LENT)
    catalogue.forget()
    assert (catalogue.live, catalogue.opened, shown(catalogue), link.titles) == (False, {}, [], ["t1", ""])
    assert catalogue.updated == wall(NOW)
    catalogue.open("t1")
    assert shown(catalogue) == [("Laak", "available", None)]
