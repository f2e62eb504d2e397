"""A Turn as its own promises; what it looks like is in tests/ui/test_end_screen.py."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.screen.link import Link
from kiosk.screen.turn import Turn
from kiosk.settings import Idle


class Agent(Link):
    """Counts how often it is asked to wipe."""

    def __init__(self) -> None:
        super().__init__("nowhere")
        self.asked = 0
        self.alive_with: list[bool] = []

    def alive(self) -> None:
        self.alive_with.append(self.turn)

    def ended(self) -> None:
        self.asked += 1


@pytest.fixture
def agent(qapp: QObject) -> Agent:
    return Agent()


@pytest.fixture
def turn(agent: Agent) -> Turn:
    return Turn(agent, Idle(anywhere=1, reading=2, countdown=1))


def test_the_agent_knows_whether_somebody_is_here(turn: Turn, agent: Agent) -> None:
    assert not agent.turn
    turn.begin()
    assert agent.turn
    assert agent.alive_with == [True], "the agent hears at once"
    turn.end("done")
    assert not agent.turn


def test_everybody_forgets_before_the_agent_is_asked(turn: Turn, agent: Agent) -> None:
    order: list[int] = []
    turn.ended.connect(lambda: order.append(agent.asked))
    turn.begin()
    turn.end("done")
    assert order == [0]
    assert agent.asked == 1


def test_a_turn_ends_once(turn: Turn, agent: Agent) -> None:
    turn.end("done")
    assert agent.asked == 0, "nobody was here"
    turn.begin()
    turn.end("done")
    turn.end("idle")
    assert (agent.asked, turn.reason) == (1, "done")


def test_the_receipt_names_what_was_left(turn: Turn) -> None:
    turn.traces = lambda: [{"code": "desk", "name": "Tafel 4"}]
    turn.begin()
    turn.end("done")
    assert turn.receipt == [{"code": "desk", "name": "Tafel 4"}]


@pytest.mark.parametrize(("left", "wipe"), [(0, "done"), (3, "left")])
def test_the_wipe_is_what_the_agent_says(turn: Turn, agent: Agent, left: int, wipe: str) -> None:
    turn.begin()
    turn.end("done")
    assert turn.wipe == "waiting"
    agent.wiped.emit(left)
    assert turn.wipe == wipe


def test_a_wipe_that_nobody_waits_for_changes_nothing(turn: Turn, agent: Agent) -> None:
    turn.begin()
    agent.wiped.emit(0)
    assert turn.wipe == ""


def test_a_late_agent_is_asked_again_until_it_answers(turn: Turn, agent: Agent) -> None:
    turn.begin()
    turn.end("done")
    turn.clear()
    agent.up = True
    agent.upChanged.emit()
    assert agent.asked == 2
    agent.wiped.emit(0)
    agent.upChanged.emit()
    assert agent.asked == 2


def test_idleness_asks_counts_and_ends(turn: Turn, qtbot: QtBot) -> None:
    turn.begin()
    with qtbot.waitSignal(turn.askingChanged, timeout=15_000):
        pass
    assert turn.asking
    with qtbot.waitSignal(turn.ended, timeout=15_000):
        pass
    assert turn.reason == "idle"
    with qtbot.waitSignal(turn.cleared, timeout=15_000):
        pass
    assert turn.phase == "start"


def test_a_new_visitor_takes_the_receipt_away(turn: Turn, qtbot: QtBot) -> None:
    turn.begin()
    turn.end("done")
    with qtbot.waitSignal(turn.cleared, timeout=100):
        turn.begin()
    assert turn.phase == "here"
