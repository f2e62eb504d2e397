"""Where a title can be had now, asked of central: the newest question wins, and no question stands in anybody's way."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from kiosk.agent.looking import Looking
from kiosk.settings import Settings
from kiosk.wire import Copy
from kiosk.wire.link import FromAgent, Looked
from tests.agent import scripted
from tests.agent.central import TOKEN, Central
from tests.agent.test_engine import Agent

Soon = Callable[[Callable[[], object]], None]


class Asker:
    """A `Looking` and what it says."""

    def __init__(self, url: str) -> None:
        self.said: list[FromAgent] = []
        self.badge = (url, TOKEN)
        self.looking = Looking(lambda: self.badge, self.said.append)
        self.looking.open()

    def titles(self) -> list[str]:
        return [message.title for message in self.said if isinstance(message, Looked)]

    def found(self) -> list[list[str] | None]:
        """The ids of the copies in each answer."""
        said = [message for message in self.said if isinstance(message, Looked)]
        return [[copy.id for copy in one.found.copies] if one.found else None for one in said]


@pytest.fixture
def asker(peer: scripted.Peer, central: Central) -> Iterator[Asker]:
    for title in ("t1", "t2", "ppn:1/2 é"):
        central.available[title] = [Copy(id=f"c-{title}", title=title, branch="laak", status="available")]
    asker = Asker(peer.url)
    yield asker
    asker.looking.close()


def test_a_title_is_asked_for_by_its_id_only(asker: Asker, peer: scripted.Peer, soon: Soon) -> None:
    asker.looking.ask("ppn:1/2 é")
    soon(lambda: asker.said)
    assert asker.found() == [["c-ppn:1/2 é"]]
    method, path, _, sent = peer.asked[-1]
    assert (method, path, sent) == ("GET", "/v1/availability/ppn%3A1%2F2%20%C3%A9", b"")


def test_one_line_serves_many_questions(asker: Asker, soon: Soon) -> None:
    for number, title in enumerate(["t1", "t2", "t1"], 1):
        asker.looking.ask(title)
        soon(lambda number=number: len(asker.said) == number)  # type: ignore[misc]
    assert asker.titles() == ["t1", "t2", "t1"]


def test_the_newest_question_does_not_wait_for_an_older_one(asker: Asker, central: Central, soon: Soon) -> None:
    stuck = threading.Event()
    central.before = lambda title: stuck.wait(10) if title == "t1" else None
    asker.looking.ask("t1")
    time.sleep(0.3)
    begin = time.monotonic()
    asker.looking.ask("t2")
    soon(lambda: asker.said)
    stuck.set()
    assert time.monotonic() - begin < 2
    time.sleep(0.2)
    assert asker.titles() == ["t2"]


def test_of_many_questions_at_once_the_last_is_answered(asker: Asker, soon: Soon) -> None:
    for number in range(200):
        asker.looking.ask(f"no-such-{number}")
    asker.looking.ask("t2")
    soon(lambda: "t2" in asker.titles())
    assert asker.found()[-1] == ["c-t2"]


def test_who_looks_no_longer_hears_nothing(asker: Asker, central: Central) -> None:
    stuck = threading.Event()
    central.before = lambda title: stuck.wait(0.5)
    asker.looking.ask("t1")
    time.sleep(0.2)
    asker.looking.ask("")
    time.sleep(0.6)
    assert asker.said == []


@pytest.mark.parametrize("badge", [("", ""), ("http://127.0.0.1:9", TOKEN), ("http://example.org", TOKEN)])
def test_without_central_the_answer_is_that_there_is_none(asker: Asker, badge: tuple[str, str], soon: Soon) -> None:
    asker.badge = badge
    asker.looking.ask("t1")
    soon(lambda: asker.said)
    assert asker.found() == [None]


def test_a_token_that_is_over_is_no_answer_and_none_is_bought(asker: Asker, peer: scripted.Peer, soon: Soon) -> None:
    asker.badge = (peer.url, "another-token-0123456789")
    asker.looking.ask("t1")
    soon(lambda: asker.said)
    assert asker.found() == [None]
    assert [asked[1] for asked in peer.asked] == ["/v1/availability/t1"]


@pytest.mark.parametrize(
    "copies",
    [
        [Copy(id="c1", title="another", branch="laak")],
        [Copy(id=str(number), title="t1", branch="laak") for number in range(1001)],
    ],
    ids=["of another title", "too many"],
)
def test_what_makes_no_sense_is_no_answer(asker: Asker, central: Central, copies: list[Copy], soon: Soon) -> None:
    central.available["t1"] = copies
    asker.looking.ask("t1")
    soon(lambda: asker.said)
    assert asker.found() == [None]


def test_which_title_it_was_is_not_written_down(
    asker: Asker, central: Central, soon: Soon, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="kiosk"):
        for title in ("t1", "no-such-title"):
            asker.looking.ask(title)
            soon(lambda title=title: title in asker.titles())  # type: ignore[misc]
    assert caplog.text == ""


@pytest.fixture
def agent(enrolled: Settings) -> Iterator[Agent]:
    agent = Agent(enrolled)
    yield agent
    agent.engine.close()


def test_the_agent_asks_with_the_token_that_it_has(agent: Agent, central: Central, soon: Soon) -> None:
    central.available["t1"] = [Copy(id="c1", title="t1", branch="laak")]
    agent.engine.open()
    soon(lambda: agent.engine.status().online)
    agent.engine.look("t1")
    soon(lambda: [message for message in agent.said if isinstance(message, Looked)])
    (said,) = [message for message in agent.said if isinstance(message, Looked)]
    assert (said.title, said.found is not None) == ("t1", True)


def test_looking_does_not_keep_the_rest_waiting(agent: Agent, central: Central, soon: Soon) -> None:
    stuck = threading.Event()
    central.before = lambda title: stuck.wait(3)
    agent.engine.open()
    soon(lambda: agent.engine.status().online)
    agent.engine.look("t1")
    time.sleep(0.2)
    rounds = central.rev
    central.publish("desks", [])
    begin = time.monotonic()
    agent.engine.wake()
    soon(lambda: len(central.healths) > rounds)
    assert time.monotonic() - begin < 2
    stuck.set()


def test_nothing_of_the_answer_is_kept(agent: Agent, central: Central, soon: Soon) -> None:
    central.available["t1"] = [Copy(id="looked-at-by-somebody", title="t1", branch="laak")]
    agent.engine.open()
    soon(lambda: agent.engine.status().online)
    agent.engine.look("t1")
    soon(lambda: [message for message in agent.said if isinstance(message, Looked)])
    agent.engine.close()
    files = [path for path in agent.settings.state.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if b"looked-at-by-somebody" in path.read_bytes()]
