"""The screen's end of the socket, against an agent that the test plays."""

from __future__ import annotations

from collections.abc import Iterator
from multiprocessing.connection import Connection, Listener
from pathlib import Path
from threading import Thread

import pytest

from kiosk.screen.link import Link
from kiosk.wire import Leave, Result, decode, encode
from kiosk.wire.link import (
    Answered,
    Changed,
    Ended,
    FromScreen,
    Hello,
    Keep,
    Kept,
    Look,
    Looked,
    NotKept,
    Status,
    Wiped,
)

FACT = Leave(id="7b0c5c52-0000-4000-8000-000000000001", claim="c1")


class PlayedAgent:
    """Accepts one screen at a time; the test says what it answers."""

    def __init__(self, path: Path) -> None:
        self.listener = Listener(str(path))
        self.screen: Connection | None = None

    def welcome(self) -> Hello:
        self.screen = self.listener.accept()
        hello = self.hear()
        assert isinstance(hello, Hello)
        return hello

    def hear(self) -> object:
        assert self.screen is not None
        return decode(self.screen.recv_bytes(), FromScreen)

    def say(self, message: object) -> None:
        assert self.screen is not None
        self.screen.send_bytes(encode(message))

    def vanish(self) -> None:
        assert self.screen is not None
        self.screen.close()


@pytest.fixture
def agent(tmp_path: Path) -> Iterator[PlayedAgent]:
    played = PlayedAgent(tmp_path / "link")
    yield played
    played.listener.close()


@pytest.fixture
def link(tmp_path: Path, qtbot) -> Iterator[Link]:
    opened = Link(str(tmp_path / "link"))
    yield opened
    opened.close()


@pytest.fixture
def welcomed(agent: PlayedAgent, link: Link, qtbot) -> PlayedAgent:
    link.open()
    _meet(agent, link, qtbot)
    return agent


def _meet(agent: PlayedAgent, link: Link, qtbot) -> Hello:
    """Both ends at once: the hello leaves from the main thread, so that must go on turning."""
    heard: list[Hello] = []
    thread = Thread(target=lambda: heard.append(agent.welcome()), daemon=True)
    thread.start()
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    assert link.up
    return heard[0]


def _part(agent: PlayedAgent, link: Link, qtbot) -> None:
    with qtbot.waitSignal(link.upChanged):
        agent.vanish()
    assert not link.up


def test_the_screen_says_hello_with_whether_somebody_is_there(agent, link, qtbot):
    link.turn = True
    link.open()
    assert _meet(agent, link, qtbot).turn


def test_a_fact_is_handed_over_and_its_answers_are_told(welcomed, link, qtbot):
    link.keep(FACT)
    assert welcomed.hear() == Keep(fact=FACT)
    with qtbot.waitSignals([link.kept, link.answered]):
        welcomed.say(Kept(id=FACT.id))
        welcomed.say(Answered(result=Result(id=FACT.id, status="stored")))


def test_a_fact_without_kept_is_handed_over_again_to_the_next_agent(welcomed, link, qtbot):
    link.keep(FACT)
    welcomed.hear()
    _part(welcomed, link, qtbot)
    _meet(welcomed, link, qtbot)
    assert welcomed.hear() == Keep(fact=FACT)


@pytest.mark.parametrize("answer", [Kept(id=FACT.id), NotKept(id=FACT.id, reason="disk_full")])
def test_a_fact_with_an_answer_is_not_handed_over_again(welcomed, link, qtbot, answer):
    link.keep(FACT)
    welcomed.hear()
    with qtbot.waitSignal(link.kept if isinstance(answer, Kept) else link.notKept):
        welcomed.say(answer)
    _part(welcomed, link, qtbot)
    _meet(welcomed, link, qtbot)
    link.ended()
    assert welcomed.hear() == Ended()


def test_a_fact_kept_without_an_agent_waits_for_one(agent, link, qtbot):
    link.keep(FACT)
    link.open()
    _meet(agent, link, qtbot)
    assert agent.hear() == Keep(fact=FACT)


def test_news_wipes_and_status_become_signals(welcomed, link, qtbot):
    with qtbot.waitSignals([link.changed, link.wiped, link.said]):
        welcomed.say(Changed(feeds=["visits"]))
        welcomed.say(Wiped(left=2))
        welcomed.say(Status(online=True, waiting=3))
    assert link.status.waiting == 3


def test_who_looks_at_a_title_hears_where_it_is(welcomed, link, qtbot):
    link.look("t1")
    assert welcomed.hear() == Look(title="t1")
    with qtbot.waitSignal(link.looked) as heard:
        welcomed.say(Looked(title="t1"))
    assert heard.args == [Looked(title="t1")]


def test_nonsense_from_the_socket_drops_it_and_looks_for_another_agent(welcomed, link, qtbot):
    with qtbot.waitSignal(link.upChanged):
        welcomed.screen.send_bytes(b"<html>")
    assert not link.up
    _meet(welcomed, link, qtbot)


def test_closing_does_not_hang_on_a_silent_agent(welcomed, link):
    link.close()
    assert not link._thread.is_alive()
