"""The programme as the screens see it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from kiosk.events.viewmodel import Events
from kiosk.store.replica import Replica
from tests.fake_link import FakeLink
from tests.library import events as made_up
from tests.library import library, local, set_clock, write


@pytest.fixture
def link() -> FakeLink:
    return FakeLink()


@pytest.fixture
def events(tmp_path: Path, link: FakeLink, monkeypatch: pytest.MonkeyPatch, qapp: QObject) -> Iterator[Events]:
    set_clock(monkeypatch)
    write(tmp_path, library())
    replica = Replica(tmp_path / "replica.db", tmp_path / "facts.db")
    shown = Events(replica, link)  # type: ignore[arg-type]
    shown.refresh()
    yield shown
    replica.close()


def ids(rows: list) -> list[str]:
    return [row["eventId"] for row in rows]


def test_start_gets_the_next_three_here(events: Events) -> None:
    assert ids(events._soon.rows()) == ["laak-taal", "laak-voor", "laak-brief"]
    assert events._soon.rows()[0]["starts"] == datetime(2026, 11, 18, 15, 0)


def test_days_begin_where_the_date_changes(events: Events) -> None:
    first = [row["eventId"] for row in events._week.rows() if row["first"]]
    assert first == ["laak-taal", "laak-af"]


def test_everywhere_names_the_branch(events: Events) -> None:
    events.setProperty("where", "all")
    film = next(row for row in events._week.rows() if row["eventId"] == "escamp-film")
    assert (film["branch"], film["here"]) == ("Escamp", False)


def test_an_open_activity_brings_its_calendar_and_code(events: Events) -> None:
    events.open("laak-taal", "en")
    assert events.property("opened")["title"]["en"] == "Language café: speak Dutch together"
    assert "SUMMARY:Language café" in events.property("calendar")
    assert events.property("code")["size"] > 20
    before = events.property("code")["path"]
    events.open("laak-taal", "nl")
    assert events.property("code")["path"] != before


def test_news_about_the_open_activity_is_shown(events: Events, tmp_path: Path, link: FakeLink) -> None:
    import msgspec

    events.open("laak-taal", "nl")
    write(tmp_path, [msgspec.structs.replace(made_up()[0], cancelled=True)])
    link.changed.emit(["events"])
    assert events.property("opened")["cancelled"]
    assert "CANCELLED" in events.property("calendar")


def test_what_is_over_goes_by_itself(events: Events, monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, local(18, 16, 31))
    events.refresh()
    assert ids(events._soon.rows())[0] == "laak-voor"


def test_the_next_visitor_sees_nothing_of_the_one_before(events: Events) -> None:
    events.setProperty("where", "all")
    events.open("laak-taal", "nl")
    events.forget()
    assert (events.property("where"), events.property("opened"), events.property("code")) == ("here", {}, {})


def test_an_activity_that_is_not_there_shows_nothing(events: Events) -> None:
    events.open("gone", "nl")
    assert (events.property("opened"), events.property("calendar")) == ({}, "")
