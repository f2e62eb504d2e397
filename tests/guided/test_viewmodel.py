"""A hand that is raised, and what is honestly known of who comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.guided.viewmodel import Guided
from kiosk.store.replica import Replica
from kiosk.wire import Ask, Reply, Result, Withdraw
from kiosk.wire.link import Status
from tests.fake_link import FakeLink
from tests.library import KIOSK, NOW, library, set_clock, write


@pytest.fixture
def link() -> FakeLink:
    return FakeLink()


@pytest.fixture
def guided(tmp_path: Path, link: FakeLink, monkeypatch: pytest.MonkeyPatch, qapp: QObject) -> Iterator[Guided]:
    set_clock(monkeypatch)
    write(tmp_path, library())
    replica = Replica(tmp_path / "replica.db", tmp_path / "facts.db")
    made = Guided(replica, link)  # type: ignore[arg-type]
    made.refresh()
    yield made
    replica.close()


@pytest.fixture
def says(tmp_path: Path, link: FakeLink) -> Callable[..., None]:
    """Central answers the ask, by a record."""

    def reply(state: str, helper: str = "", coming: datetime | None = None) -> None:
        (ask,) = [fact for fact in link.facts if isinstance(fact, Ask)]
        record = Reply(
            id=ask.id,
            branch="laak",
            kiosk=KIOSK,
            seat=ask.seat,
            asked=NOW,
            state=state,  # type: ignore[arg-type]
            helper=helper,
            coming=coming,
        )
        write(tmp_path, [record])
        link.changed.emit(["replies"])

    return reply


def state(guided: Guided) -> str:
    return guided.property("state")


def test_an_ask_tells_the_seat_and_the_screen_and_nothing_else(guided: Guided, link: FakeLink) -> None:
    guided.ask("search")
    (ask,) = link.facts
    assert ask == Ask(id=ask.id, seat="laak-c3", screen="search")
    assert state(guided) == "sending"


def test_asking_twice_is_asking_once(guided: Guided, link: FakeLink) -> None:
    guided.ask("search")
    guided.ask("home")
    assert len(link.facts) == 1


def test_central_has_it_and_then_somebody_comes_by_name(guided: Guided, link: FakeLink, says: Callable) -> None:
    guided.ask("search")
    link.answered.emit(Result(id=link.facts[0].id, status="stored"))
    assert state(guided) == "open"
    says("coming", "Marja", NOW + timedelta(minutes=1))
    assert (state(guided), guided.property("helper")) == ("coming", "Marja")
    assert guided.property("coming").toPython() == datetime(2026, 11, 18, 14, 8)
    says("done", "Marja")
    assert state(guided) == "done"


def test_nobody_comes_before_being_asked_whatever_the_clocks_say(guided: Guided, says: Callable) -> None:
    guided.ask("search")
    says("coming", "Marja", NOW - timedelta(minutes=5))
    assert guided.property("coming") >= guided.property("asked")


def test_the_minutes_waited_are_counted(guided: Guided, monkeypatch: pytest.MonkeyPatch) -> None:
    guided.ask("search")
    set_clock(monkeypatch, NOW + timedelta(minutes=2, seconds=30))
    guided.refresh()
    assert guided.property("minutes") == 2


def test_without_a_network_it_says_at_once_that_nobody_may_hear(guided: Guided, link: FakeLink) -> None:
    link.status = Status(online=False)
    guided.ask("search")
    assert guided.property("unheard")
    assert len(link.facts) == 1


def test_without_an_answer_it_says_so_after_a_while_and_takes_it_back_when_one_comes(
    guided: Guided, link: FakeLink, qtbot: QtBot
) -> None:
    guided._patience.setInterval(10)
    guided.ask("search")
    assert not guided.property("unheard")
    qtbot.waitUntil(lambda: guided.property("unheard"), timeout=10_000)
    link.answered.emit(Result(id=link.facts[0].id, status="stored"))
    assert (state(guided), guided.property("unheard")) == ("open", False)


def test_a_network_that_goes_while_sending_is_told(guided: Guided, link: FakeLink) -> None:
    guided.ask("search")
    link.said.emit(Status(online=False))
    assert guided.property("unheard")


def test_what_could_not_be_kept_or_used_is_told_as_unheard(guided: Guided, link: FakeLink) -> None:
    guided.ask("search")
    link.notKept.emit(link.facts[0].id, "disk full")
    assert guided.property("unheard")


def test_a_hand_that_goes_down_is_told(guided: Guided, link: FakeLink) -> None:
    guided.ask("search")
    guided.withdraw()
    assert isinstance(link.facts[-1], Withdraw)
    assert link.facts[-1].ask == link.facts[0].id
    assert state(guided) == ""


def test_a_turn_that_ends_takes_its_hand_down(guided: Guided, link: FakeLink) -> None:
    guided.ask("search")
    guided.forget()
    assert isinstance(link.facts[-1], Withdraw)
    assert not guided.property("asked").isValid()


def test_a_turn_without_a_hand_tells_nothing(guided: Guided, link: FakeLink) -> None:
    guided.forget()
    assert link.facts == []


def test_after_help_one_may_ask_again(guided: Guided, link: FakeLink, says: Callable) -> None:
    guided.ask("search")
    says("done", "Marja")
    guided.ask("search")
    assert [type(fact) for fact in link.facts] == [Ask, Ask]
    assert state(guided) == "sending"


def test_an_ask_that_central_closed_is_over(guided: Guided, says: Callable) -> None:
    guided.ask("search")
    says("withdrawn")
    assert state(guided) == ""


def test_the_only_kiosk_shows_the_blue_tulip(guided: Guided) -> None:
    assert guided.property("picture") == "tulip-blue"
