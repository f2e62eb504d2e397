from __future__ import annotations

import logging
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from kiosk import __version__
from kiosk.agent import orders as module
from kiosk.agent import updating
from kiosk.agent.orders import Memory, Orders
from kiosk.wire import Order, Updated, decode, encode

Soon = Callable[[Callable[[], object]], None]

NOW = datetime(2026, 11, 18, 13, 7, tzinfo=UTC)


class Screens:
    """One screen, whose supervisor starts it anew."""

    def __init__(self) -> None:
        self.pid, self.turn, self.comes_back, self.ended, self.runs = 100, False, True, 0, __version__

    def pids(self) -> set[int]:
        return {self.pid} - {0}

    def version(self) -> str:
        return self.runs

    def busy(self) -> bool:
        return self.turn

    def end(self) -> None:
        self.ended += 1
        self.pid = self.pid + 1 if self.comes_back else 0


class Agent:
    """What staff order, and what became of it. `left`: how often it ended itself."""

    def __init__(self, file: Path) -> None:
        self.file, self.screens, self.left, self.news = file, Screens(), 0, 0
        self.start()

    def start(self) -> None:
        self.orders = Orders(self.file, self.screens, self._heard, self._leave)  # type: ignore[arg-type]
        self.orders.open()

    def again(self) -> None:
        self.orders.close()
        self.start()

    def take(self, *orders: Order, now: datetime = NOW) -> None:
        self.orders.take(list(orders), now)

    def states(self) -> list[tuple[str, str]]:
        return [(outcome.state, outcome.reason) for outcome in self.orders.outcomes()]

    def _heard(self) -> None:
        self.news += 1

    def _leave(self) -> None:
        self.left += 1


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "LOOK", 0.005)
    monkeypatch.setattr(updating, "RESULT", tmp_path / "result.json")


@pytest.fixture
def agent(tmp_path: Path) -> Iterator[Agent]:
    agent = Agent(tmp_path / "orders.json")
    yield agent
    agent.orders.close()


def order(what: str, **values: object) -> Order:
    made = Order(id=str(uuid.uuid4()), what=what, at=NOW, until=NOW + timedelta(days=1))
    return msgspec.structs.replace(made, **values)


def test_a_screen_is_restarted_once_however_often_it_is_said(agent: Agent, soon: Soon) -> None:
    asked = order("restart-screen")
    for _ in range(3):
        agent.take(asked)
    soon(lambda: agent.states() == [("done", "")])
    agent.take(asked)
    agent.again()
    agent.take(asked)
    agent.take(order("restart-agent"))
    soon(lambda: agent.left)
    assert agent.screens.ended == 1
    assert agent.news >= 2, "central hears at once"


def test_a_screen_with_somebody_at_it_is_left_alone_until_they_go(agent: Agent, soon: Soon) -> None:
    agent.screens.turn = True
    agent.take(order("restart-screen"), order("restart-agent"))
    soon(lambda: agent.states() == [("waiting", "")] * 2)
    assert (agent.screens.ended, agent.left) == (0, 0)
    agent.screens.turn = False
    soon(lambda: agent.screens.ended == 1 and agent.left == 1)


def test_now_means_now(agent: Agent, soon: Soon) -> None:
    agent.screens.turn = True
    agent.take(order("restart-screen", now=True))
    soon(lambda: agent.states() == [("done", "")])
    assert agent.screens.ended == 1


def test_a_screen_that_is_not_there_or_stays_away_is_said(
    agent: Agent, soon: Soon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SCREEN", 0.05)
    agent.screens.comes_back = False
    agent.take(order("restart-screen"))
    soon(lambda: agent.states() == [("failed", "did-not-return")])
    agent.take(order("restart-screen"))
    soon(lambda: agent.states()[-1] == ("failed", "no-screen"))
    assert agent.screens.ended == 1


def test_an_agent_that_was_restarted_by_an_order_says_so_and_does_not_do_it_again(agent: Agent, soon: Soon) -> None:
    asked = order("restart-agent")
    agent.take(asked)
    soon(lambda: agent.left == 1)
    assert agent.states() == [("begun", "")]
    agent.again()
    agent.take(asked)
    soon(lambda: agent.states() == [("done", "")])
    assert agent.left == 1


def test_an_agent_that_dies_between_a_note_and_the_deed_does_it_no_second_time(agent: Agent, soon: Soon) -> None:
    agent.screens.comes_back = False
    asked = order("restart-screen")
    agent.take(asked)
    soon(lambda: agent.screens.ended)
    agent.again()
    agent.take(asked)
    assert agent.states() == [("failed", "interrupted")]
    assert agent.screens.ended == 1


def test_what_cannot_be_written_down_is_not_done(agent: Agent, soon: Soon) -> None:
    agent.file.with_name("orders.json.new").mkdir()
    agent.take(order("restart-screen"))
    soon(lambda: agent.states() == [("failed", "disk")])
    assert agent.screens.ended == 0


def test_an_order_that_waited_too_long_is_not_carried_out(agent: Agent, soon: Soon) -> None:
    agent.screens.turn = True
    agent.take(order("restart-screen", until=NOW + timedelta(milliseconds=100)))
    soon(lambda: agent.states() == [("failed", "expired")])
    assert agent.screens.ended == 0


FIRST, LAST = datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)


@pytest.mark.parametrize(
    "nonsense",
    [
        order("restart-screen", id="1; reboot"),
        order("rm -rf /"),
        order(""),
        order("update"),
        order("update", version="0.2.0; reboot"),
        order("update", version="../../tmp/x"),
        order("update", version="0.2.0\n"),
        order("restart-agent", at=NOW - timedelta(days=2)),
        order("restart-agent", until=NOW - timedelta(seconds=1)),
        order("restart-agent", at=FIRST),
        order("restart-agent", at=LAST, until=LAST),
    ],
    ids=lambda nonsense: f"{nonsense.what} {nonsense.version}".strip() or "nothing",
)
def test_nonsense_is_ignored_with_a_line_in_the_log(
    agent: Agent, nonsense: Order, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        agent.take(nonsense)
    assert "an order of central is ignored" in caplog.text
    assert "reboot" not in caplog.text
    assert agent.states() == []
    assert (agent.screens.ended, agent.left) == (0, 0)


def test_of_a_flood_of_orders_only_the_first_are_looked_at(agent: Agent, soon: Soon) -> None:
    agent.screens.turn = True
    agent.take(*(order("restart-screen") for _ in range(500)))
    soon(lambda: len(agent.states()) == 20)
    assert len(agent.orders._jobs) == 20


def test_a_memory_that_cannot_be_read_stands_in_nobodys_way(tmp_path: Path, soon: Soon) -> None:
    (tmp_path / "orders.json").write_bytes(b"\0" * 40)
    agent = Agent(tmp_path / "orders.json")
    agent.take(order("restart-screen"))
    soon(lambda: agent.states() == [("done", "")])
    agent.orders.close()


class TestUpdate:
    NEXT = "99.0.1"

    def tray(self, agent: Agent) -> Path:
        return agent.file.with_name("update.json")

    def test_it_is_left_for_root_and_its_result_is_told(self, agent: Agent, soon: Soon) -> None:
        asked = order("update", version=self.NEXT)
        agent.take(asked)
        soon(self.tray(agent).exists)
        left = decode(self.tray(agent).read_bytes(), Order)
        assert (left.id, left.version) == (asked.id, self.NEXT)
        updating.RESULT.write_bytes(encode(Updated(order=asked.id, version=self.NEXT, at=NOW, reason="not-verified")))
        soon(lambda: agent.states() == [("failed", "not-verified")])
        assert agent.orders.updated() is not None

    def test_the_result_of_another_order_is_not_taken_for_it(self, agent: Agent, soon: Soon) -> None:
        updating.RESULT.write_bytes(encode(Updated(order="another", version=self.NEXT, at=NOW)))
        agent.take(order("update", version=self.NEXT))
        soon(self.tray(agent).exists)
        assert agent.states() == [("begun", "")]

    def test_without_an_updater_that_is_said_and_the_order_is_taken_back(
        self, agent: Agent, soon: Soon, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(module, "PICKED_UP", 0.05)
        agent.take(order("update", version=self.NEXT))
        soon(lambda: agent.states() == [("failed", "no-updater")])
        assert not self.tray(agent).exists()

    @pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
    def test_an_order_that_cannot_be_left_for_root_is_settled_and_the_next_one_is_heard(
        self, agent: Agent, soon: Soon
    ) -> None:
        agent.file.with_name("update.json.new").mkdir()
        agent.take(order("update", version=self.NEXT))
        soon(lambda: agent.states() == [("failed", "disk")], 5)
        agent.take(order("restart-agent"))
        soon(lambda: agent.left, 5)

    @pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
    def test_an_order_that_cannot_be_taken_back_is_settled_and_the_next_one_is_heard(
        self, agent: Agent, soon: Soon, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(module, "PICKED_UP", 0.2)
        agent.take(order("update", version=self.NEXT))
        soon(self.tray(agent).exists)
        self.tray(agent).unlink()
        self.tray(agent).mkdir()
        soon(lambda: agent.states() == [("failed", "disk")], 5)
        agent.take(order("restart-agent"))
        soon(lambda: agent.left, 5)

    def test_an_updater_that_says_nothing_is_not_waited_for_for_ever(
        self, agent: Agent, soon: Soon, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(module, "UPDATE", 0.05)
        agent.take(order("update", version=self.NEXT))
        soon(self.tray(agent).exists)
        self.tray(agent).unlink()
        soon(lambda: agent.states() == [("failed", "no-word")])

    def test_an_older_version_is_never_taken_and_the_same_is_there_already(self, agent: Agent, soon: Soon) -> None:
        agent.take(order("update", version="0.0.1"), order("update", version=__version__))
        soon(lambda: sorted(agent.states()) == [("done", ""), ("failed", "older")])
        assert not self.tray(agent).exists()

    def test_the_agent_that_was_started_by_the_update_tells_how_it_went(self, agent: Agent, soon: Soon) -> None:
        asked = order("update", version=self.NEXT)
        agent.take(asked)
        soon(self.tray(agent).exists)
        updating.RESULT.write_bytes(encode(Updated(order=asked.id, version=self.NEXT, at=NOW)))
        agent.again()
        soon(lambda: agent.states() == [("done", "")])

    def test_a_screen_of_the_version_before_is_ended_once_and_not_under_a_visitor(self, tmp_path: Path) -> None:
        (tmp_path / "orders.json").write_bytes(encode(Memory(ran="0.0.9")))
        screens = Screens()
        screens.turn, screens.runs = True, "0.0.9"
        orders = Orders(tmp_path / "orders.json", screens, lambda: None, lambda: None)  # type: ignore[arg-type]
        assert not orders._renewed()
        screens.turn = False
        assert orders._renew
        assert orders._renewed()
        assert screens.ended == 1
