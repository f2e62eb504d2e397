"""Every list that QML shows, looked at by Qt's own tester while a visit fills and empties it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest

from kiosk.catalogue import index
from kiosk.errors import BadInput
from kiosk.screen.recordlist import RecordList
from kiosk.settings import Settings
from kiosk.wire import Copy, Quarantined, Record, Title
from kiosk.wire.link import Status
from tests import library
from tests.ui.conftest import House

NEW = Title(id="t-wouter", title="Woutertje Pieterse", authors=["Multatuli"])


@pytest.fixture
def records() -> Sequence[Record]:
    """With another title by an author, a new one."""
    return [*library.library(), NEW, Copy(id="c-new", title=NEW.id, branch="laak", added=date(2026, 11, 10))]


def _lists(house: House) -> dict[str, RecordList]:
    """Every list of every area, by its area and property."""
    found = {}
    for area in house.backend.areas():
        meta = area.metaObject()
        for place in range(meta.propertyCount()):
            name = meta.property(place).name()
            if isinstance(rows := area.property(name), RecordList):
                found[f"{type(area).__name__}.{name}"] = rows
    found["Shortlist.titles"] = house.backend.catalogue.shortlist.titles
    return found


def test_qt_finds_every_list_sound_through_a_visit(
    house: House, settings: Settings, records: Sequence[Record], qtmodeltester: Any
) -> None:
    titles = [title for title in records if isinstance(title, Title)]
    copies = [copy for copy in records if isinstance(copy, Copy)]
    index.build(settings.index, titles, lambda id: [copy for copy in copies if copy.title == id], "laak")
    lists = _lists(house)
    assert {"Catalogue.results", "Catalogue.copies", "Lessons.tracks", "Events.week", "Workspaces.offers"} <= set(lists)
    most = dict.fromkeys(lists, 0)

    def look() -> None:
        for name, rows in lists.items():
            most[name] = max(most[name], rows.rowCount())
            qtmodeltester.check(rows)

    look()
    house.begin()
    house.backend.tell(BadInput("A lesson is broken", "lesson.yaml", "Mend it."))
    refused = Quarantined(kind="ask", at=datetime(2026, 11, 18, 13, 2, tzinfo=UTC))
    house.link.status = Status(online=True, quarantined=1, refused=[refused])
    house.link.said.emit(house.link.status)
    catalogue, workspaces, events = house.backend.catalogue, house.backend.workspaces, house.backend.events
    title = next(title for title in library.library() if isinstance(title, Title))
    catalogue.prepare()
    house.wait(lambda: lists["Catalogue.shelves"].rowCount())
    look()
    catalogue.text = title.title
    house.wait(lambda: catalogue.typed == title.title)
    catalogue.open(title.id)
    catalogue.shortlist.add(title.id)
    house.wait(lambda: lists["Catalogue.similar"].rowCount() and lists["Catalogue.facets"].rowCount())
    look()
    catalogue.choose("language", "ara")
    house.wait(lambda: lists["Catalogue.ways"].rowCount())
    look()
    for kind in ("computer", "room", "all"):
        workspaces.filter = kind
        look()
    workspaces.showAll()
    events.where = "all"
    look()
    for track in house.backend.lessons.tracks.rows():
        qtmodeltester.check(track["lessons"])
    house.backend.turn.end("done")
    look()
    assert {name for name, rows in most.items() if not rows} == set(), "each of them had rows to look at"
