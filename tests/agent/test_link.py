from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Client
from pathlib import Path
from typing import Any

import pytest

from kiosk import clock
from kiosk.agent.keep import Facts
from kiosk.agent.link import Link
from kiosk.errors import BadInput, KnownError
from kiosk.settings import Settings
from kiosk.wire import decode, encode
from kiosk.wire.link import Alive, Changed, Ended, FromAgent, Hello, Keep, Kept, Look, NotKept, Status, Wiped
from tests.agent.facts import a_claim

STATUS = Status(online=True, kiosk="k1", branch="laak")


class Screen:
    """The other end, by hand."""

    def __init__(self, settings: Settings) -> None:
        self.connection: Any = Client(settings.link)

    def say(self, message: object) -> None:
        self.connection.send_bytes(encode(message))

    def hear(self) -> FromAgent:
        assert self.connection.poll(20), "the agent says nothing"
        return decode(self.connection.recv_bytes(), FromAgent)  # type: ignore[arg-type]

    def hello(self) -> Screen:
        assert self.hear() == STATUS
        self.say(Hello(pid=os.getpid(), version="1"))
        assert self.hear() == STATUS
        return self


class Agent:
    def __init__(self, settings: Settings, patience: float) -> None:
        settings.state.mkdir(exist_ok=True)
        self.settings, self.facts, self.kept = settings, Facts(settings.facts), 0
        self.looked: list[str] = []
        self.link = Link(settings, self.facts.keep, self._count, lambda: STATUS, patience, look=self.looked.append)

    def _count(self) -> None:
        self.kept += 1


@pytest.fixture
def agent(settings: Settings, request: pytest.FixtureRequest) -> Iterator[Agent]:
    agent = Agent(settings, getattr(request, "param", 20.0))
    agent.link.open()
    yield agent
    agent.link.close()


def _trace(settings: Settings) -> Path:
    path = settings.turn / "letter.txt"
    path.write_text("dear mayor")
    return path


def test_a_fact_is_on_disk_before_the_screen_hears_so(agent: Agent, settings: Settings) -> None:
    screen, claim = Screen(settings).hello(), a_claim()
    screen.say(Keep(fact=claim))
    assert screen.hear() == Kept(id=claim.id)
    assert [sent.id for sent in Facts(settings.facts).to_send()] == [claim.id]


def test_saying_keep_twice_is_harmless(agent: Agent, settings: Settings) -> None:
    screen, claim = Screen(settings).hello(), a_claim()
    for _ in range(2):
        screen.say(Keep(fact=claim))
        assert screen.hear() == Kept(id=claim.id)
    assert agent.facts.waiting() == 1


def test_a_fact_that_cannot_be_kept_is_told(agent: Agent, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(fact: object) -> None:
        raise KnownError("The disk is full")

    monkeypatch.setattr(agent.link, "_keep", full)
    screen, claim = Screen(settings).hello(), a_claim()
    screen.say(Keep(fact=claim))
    assert screen.hear() == NotKept(id=claim.id, reason="The disk is full.")
    assert agent.kept == 0


def test_the_end_of_a_turn_wipes(agent: Agent, settings: Settings) -> None:
    screen, trace = Screen(settings).hello(), _trace(settings)
    screen.say(Ended())
    assert screen.hear() == Wiped(left=0)
    assert not trace.exists()


def test_a_screen_that_vanishes_is_wiped_after(
    agent: Agent, settings: Settings, soon: Callable[[Callable[[], object]], None]
) -> None:
    screen, trace = Screen(settings).hello(), _trace(settings)
    screen.connection.close()
    soon(lambda: not trace.exists())


def test_who_only_asks_for_the_status_does_not_end_a_turn(agent: Agent, settings: Settings) -> None:
    trace = _trace(settings)
    asking = Screen(settings)
    assert asking.hear() == STATUS
    asking.connection.close()
    screen = Screen(settings).hello()
    assert trace.exists()
    screen.connection.close()


def test_what_a_crash_left_is_wiped_at_the_start(settings: Settings) -> None:
    settings.turn.mkdir(parents=True)
    trace = _trace(settings)
    agent = Agent(settings, 20)
    agent.link.open()
    assert not trace.exists()
    agent.link.close()


def test_who_looks_at_a_title_looks_no_longer_after_the_turn_or_when_the_screen_is_gone(
    agent: Agent, settings: Settings, soon: Callable[[Callable[[], object]], None]
) -> None:
    screen = Screen(settings).hello()
    screen.say(Look(title="t1"))
    screen.say(Ended())
    assert screen.hear() == Wiped(left=0)
    assert agent.looked == ["t1", ""]
    screen.say(Look(title="t2"))
    screen.connection.close()
    soon(lambda: agent.looked == ["t1", "", "t2", ""])


def test_every_screen_hears_the_news(agent: Agent, settings: Settings) -> None:
    screens = [Screen(settings).hello() for _ in range(2)]
    agent.link.say(Changed(feeds=["visits"]))
    assert [screen.hear() for screen in screens] == [Changed(feeds=["visits"])] * 2


@pytest.mark.parametrize("rubbish", [b"", b"{}", b'{"say":"steal"}', b"\xff" * 1000, b"[" * 100_000])
def test_rubbish_ends_that_connection_only(agent: Agent, settings: Settings, rubbish: bytes) -> None:
    bad, good = Screen(settings).hello(), Screen(settings).hello()
    bad.connection.send_bytes(rubbish)
    assert bad.connection.poll(20)
    with pytest.raises((EOFError, OSError)):
        bad.connection.recv_bytes()
    good.say(Ended())
    assert good.hear() == Wiped()


def test_a_message_that_is_too_long_is_not_read(agent: Agent, settings: Settings) -> None:
    screen = Screen(settings).hello()
    with contextlib.suppress(OSError):
        screen.connection.send_bytes(b" " * (2 << 20))
    with pytest.raises((EOFError, OSError)):
        screen.connection.recv_bytes()


def test_only_the_group_may_come_in(agent: Agent, settings: Settings) -> None:
    assert Path(settings.link).stat().st_mode & 0o777 == 0o660


def test_a_socket_that_a_crash_left_is_replaced(settings: Settings) -> None:
    settings.state.mkdir()
    with socket.socket(socket.AF_UNIX) as stale:
        stale.bind(settings.link)
    agent = Agent(settings, 20)
    agent.link.open()
    Screen(settings).hello()
    agent.link.close()


def test_a_path_too_long_for_a_socket_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="too long"):
        Agent(Settings(state=tmp_path / ("x" * 120)), 20).link.open()


@pytest.mark.parametrize("agent", [0.3], indirect=True)
def test_a_screen_that_says_it_is_alive_is_left_alone(agent: Agent, settings: Settings) -> None:
    screen = Screen(settings).hello()
    for _ in range(10):
        time.sleep(0.1)
        screen.say(Alive())
    screen.say(Ended())
    assert screen.hear() == Wiped()


HUNG = """
import os, sys, time
from multiprocessing.connection import Client
from kiosk.wire import encode
from kiosk.wire.link import Hello
screen = Client(sys.argv[1])
screen.send_bytes(encode(Hello(pid=os.getpid() if sys.argv[2] == "own" else int(sys.argv[2]), version="1")))
time.sleep(60)
"""


@pytest.mark.parametrize("agent", [0.3], indirect=True)
def test_a_hung_screen_is_ended_and_wiped(agent: Agent, settings: Settings) -> None:
    trace = _trace(settings)
    with subprocess.Popen([sys.executable, "-c", HUNG, settings.link, "own"]) as hung:
        assert hung.wait(10) == -9
    end = time.monotonic() + 5
    while trace.exists() and time.monotonic() < end:
        time.sleep(0.01)
    assert not trace.exists()


@pytest.mark.parametrize("agent", [0.3], indirect=True)
def test_nobody_gets_another_process_ended(agent: Agent, settings: Settings) -> None:
    with subprocess.Popen(["sleep", "60"]) as bystander:
        liar = subprocess.Popen([sys.executable, "-c", HUNG, settings.link, str(bystander.pid)])
        time.sleep(2)
        assert bystander.poll() is None
        assert liar.poll() is None
        for process in (liar, bystander):
            process.kill()
            process.wait()


def test_the_agent_knows_which_screen_is_there_and_whether_somebody_is_at_it(
    agent: Agent, settings: Settings, soon: Callable[[Callable[[], object]], None]
) -> None:
    screens = agent.link.screens
    assert (screens.version(), screens.busy(), screens.pids()) == ("", False, set())
    screen = Screen(settings).hello()
    assert (screens.version(), screens.busy(), screens.pids()) == ("1", False, {os.getpid()})
    screen.say(Alive(turn=True))
    soon(screens.busy)
    screen.say(Alive())
    screen.say(Ended())
    soon(lambda: not screens.busy())
    screen.connection.close()
    soon(lambda: not screens.pids())


def test_a_wipe_that_failed_is_something_to_tell(
    agent: Agent, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = Screen(settings).hello()
    monkeypatch.setattr("kiosk.agent.link.wipe", lambda turn: 2)
    screen.say(Ended())
    assert screen.hear() == Wiped(left=2)
    assert (agent.kept, agent.link.screens.wipes.told(clock.now()).left) == (1, 2)


def test_a_screen_is_wiped_after_though_nothing_could_be_told_of_how_it_is(
    agent: Agent, settings: Settings, soon: Callable[[Callable[[], object]], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> Status:
        raise KnownError("The facts cannot be written")

    monkeypatch.setattr(agent.link, "_status", broken)
    screen, trace = Screen(settings), _trace(settings)
    screen.say(Hello(pid=os.getpid(), version="1"))
    screen.say(Keep(fact=a_claim()))
    assert isinstance(screen.hear(), Kept)
    screen.connection.close()
    soon(lambda: not trace.exists(), 5)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_connection_that_is_gone_at_once_stands_in_nobodys_way(
    agent: Agent, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(connection: object) -> None:
        raise OSError(9, "Bad file descriptor")

    with monkeypatch.context() as patched:
        patched.setattr("kiosk.agent.link.Peer", gone)
        screen = Screen(settings)
        assert screen.connection.poll(5), "the agent does not hang up"
        with pytest.raises((EOFError, OSError)):
            screen.connection.recv_bytes()
    Screen(settings).hello()
