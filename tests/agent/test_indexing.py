from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import psutil
import pytest

from kiosk.agent import indexing
from kiosk.agent.indexing import Indexing
from kiosk.catalogue import index
from kiosk.settings import Settings
from kiosk.store.writer import Writer
from kiosk.wire import SERVICE, Change, Changes, Copy, Title, encode

Soon = Callable[[Callable[[], object]], None]


class Agent:
    def __init__(self, settings: Settings) -> None:
        self.settings, self.done = settings, 0
        self.writer = Writer(settings.replica)
        self.indexing = Indexing(settings, self.writer, self._count)
        self._rev = 0

    def _count(self) -> None:
        self.done += 1

    def publish(self, *records: Title | Copy, gone: tuple[str, ...] = (), feed: str = "titles") -> None:
        """Put these into the replica, as the engine would."""
        changes = [self._change(id=record.id, record=msgspec.Raw(encode(record))) for record in records]
        changes += [self._change(id=id, deleted=True) for id in gone]
        since, to = self.writer.cursor(feed), f"e1-{self._rev}"
        self.writer.apply(Changes(service=SERVICE, feed=feed, since=since, to=to, changes=changes))

    def _change(self, **more: object) -> Change:
        self._rev += 1
        return Change(rev=self._rev, **more)  # type: ignore[arg-type]

    def follow(self, pressing: bool = True) -> None:
        self.indexing.follow(pressing)

    def found(self, text: str, **filters: tuple[str, ...]) -> set[str]:
        query = index.Query(text, filters=index.Filters(**filters))
        return set(index.open(self.settings.index).ask(query).ids)


@pytest.fixture
def agent(settings: Settings) -> Iterator[Agent]:
    agent = Agent(settings)
    yield agent
    agent.indexing.close()


MAX = Title(id="t1", title="Max Havelaar")
TIN = Title(id="t2", title="De tinnen soldaat")


HERE = Copy(id="c1", title="t1", branch="laak", status="available")


def test_the_first_titles_can_be_searched(agent: Agent, soon: Soon) -> None:
    agent.indexing.open()
    agent.publish(MAX, TIN)
    assert agent.indexing.state() == "behind"
    agent.follow()
    soon(lambda: agent.done == 1)
    assert agent.found("havelaar") == {"t1"}
    assert (agent.indexing.state(), agent.writer.unindexed()) == ("ready", 0)


def test_changes_follow(agent: Agent, soon: Soon) -> None:
    agent.publish(MAX, TIN)
    agent.indexing.open()
    soon(lambda: agent.done == 1)
    agent.publish(Title(id="t3", title="Eline Vere"), gone=("t1",))
    agent.follow()
    soon(lambda: agent.done == 2)
    assert (agent.found("eline"), agent.found("havelaar"), agent.found("soldaat")) == ({"t3"}, set(), {"t2"})


def test_copies_that_come_change_and_go_can_be_narrowed_by(agent: Agent, soon: Soon) -> None:
    agent.writer.belong("k1", "laak")
    agent.publish(MAX, TIN)
    agent.indexing.open()
    soon(lambda: agent.done == 1)
    steps: list[tuple[dict[str, Any], set[str], set[str]]] = [
        ({"records": [HERE]}, {"t1"}, {"t1"}),
        ({"records": [msgspec.structs.replace(HERE, status="on_loan")]}, set(), {"t1"}),
        ({"records": [msgspec.structs.replace(HERE, title="t2", status="available")]}, {"t2"}, {"t2"}),
        ({"records": [], "gone": ("c1",)}, set(), set()),
    ]
    for done, (step, here, branch) in enumerate(steps, 2):
        agent.publish(*step["records"], gone=step.get("gone", ()), feed="copies")
        agent.follow()
        soon(lambda done=done: agent.done == done)  # type: ignore[misc]
        assert (agent.found("", here=("yes",)), agent.found("", branch=("laak",))) == (here, branch)


def test_copies_wait_for_each_other_and_titles_do_not(
    agent: Agent, soon: Soon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "LATER", 1000.0)
    agent.publish(MAX)
    agent.indexing.open()
    soon(lambda: agent.done == 1)
    agent.publish(HERE, feed="copies")
    agent.follow(pressing=False)
    time.sleep(0.6)
    assert agent.done == 1
    agent.publish(TIN)
    agent.follow()
    soon(lambda: agent.done == 2)
    assert (agent.found("soldaat"), agent.found("", branch=("laak",))) == ({"t2"}, {"t1"})


def test_the_index_is_made_anew_for_another_branch(agent: Agent, soon: Soon) -> None:
    agent.writer.belong("k1", "laak")
    agent.publish(MAX)
    agent.publish(HERE, feed="copies")
    agent.indexing.open()
    soon(lambda: agent.done == 1)
    assert agent.found("", here=("yes",)) == {"t1"}
    agent.writer.belong("k1", "escamp")
    agent.publish(MAX)
    agent.follow()
    soon(lambda: agent.done == 2)
    assert agent.found("", here=("yes",)) == set()


def test_a_damaged_index_is_made_anew_once_a_screen_says_so(agent: Agent, soon: Soon, settings: Settings) -> None:
    agent.publish(MAX)
    agent.indexing.open()
    soon(lambda: agent.done == 1)
    (meta,) = settings.index.glob("*/meta.json")
    meta.write_text("{")
    agent.indexing.mend()
    soon(lambda: agent.done == 2)
    assert agent.found("havelaar") == {"t1"}
    agent.indexing.mend()
    assert agent.indexing.state() == "ready", "a screen cannot keep the agent busy"


def test_whoever_is_killed_and_whenever_nothing_is_lost(
    agent: Agent, soon: Soon, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A child is killed at ever later moments of its work; what can be searched is what was, or what is."""
    monkeypatch.setattr(indexing, "AGAIN", 0.0)
    many = [Title(id=f"m{number}", title=f"Deel {number} van de reeks") for number in range(2000)]
    agent.publish(*many)
    agent.indexing.open()
    soon(lambda: agent.done == 1)
    for turn in range(12):
        agent.publish(*(msgspec.structs.replace(title, title=f"{title.title} ronde{chr(97 + turn)}") for title in many))
        before, done = agent.indexing._child, agent.done
        agent.follow()
        soon(lambda before=before: agent.indexing._child is not before)  # type: ignore[misc]
        time.sleep(0.05 * turn)
        agent.indexing._child.kill()  # type: ignore[union-attr]
        opened = index.open(settings.index)
        assert opened.size == len(many)
        assert opened.ask(index.Query(f"ronde{chr(97 + turn)}", count=1)).total in (0, len(many)), (
            "all of them, or none"
        )
        soon(lambda done=done: agent.done > done)  # type: ignore[misc]
        assert index.open(settings.index).ask(index.Query(f"ronde{chr(97 + turn)}", count=1)).total == len(many)
    assert len([path for path in settings.index.iterdir() if path.is_dir()]) == 1


def test_an_index_that_is_up_to_date_is_left_alone(agent: Agent, soon: Soon, settings: Settings) -> None:
    agent.publish(MAX)
    agent.indexing.open()
    soon(lambda: agent.done == 1)
    agent.indexing.close()
    current = (settings.index / "CURRENT").read_bytes()
    successor = Agent(settings)
    successor.indexing.open()
    time.sleep(0.3)
    successor.indexing.close()
    assert (successor.done, (settings.index / "CURRENT").read_bytes()) == (0, current)


def test_titles_that_an_agent_could_not_index_any_more_are_indexed_by_the_next(agent: Agent, soon: Soon) -> None:
    agent.publish(MAX)
    agent.indexing.open()
    soon(lambda: agent.done == 1)
    agent.indexing.close()
    agent.publish(TIN)
    successor = Agent(agent.settings)
    successor.indexing.open()
    soon(lambda: successor.done == 1)
    assert successor.found("soldaat") == {"t2"}
    successor.indexing.close()


def test_what_goes_wrong_is_told_and_tried_anew(
    agent: Agent, soon: Soon, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "AGAIN", 0.2)
    settings.index.parent.mkdir(exist_ok=True)
    settings.index.write_text("a file in its place")
    agent.publish(MAX)
    agent.indexing.open()
    soon(lambda: agent.indexing.failed)
    assert agent.indexing.failed.startswith("FileExistsError")
    settings.index.unlink()
    soon(lambda: agent.done == 1)
    assert not agent.indexing.failed
    assert agent.found("havelaar") == {"t1"}


def test_the_child_does_not_outlive_its_agent(tmp_path: Path, soon: Soon) -> None:
    words = [sys.executable, "-m", "kiosk.agent.indexing", str(tmp_path / "none.db"), str(tmp_path / "index")]
    with subprocess.Popen(words, stdin=subprocess.PIPE) as child:
        assert child.stdin is not None
        child.stdin.close()
        assert child.wait(10) != 0
    assert not psutil.pid_exists(child.pid)
    assert not (tmp_path / "index").exists()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_child_that_cannot_be_started_is_told_and_tried_anew(
    agent: Agent, soon: Soon, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_memory(*_: object, **__: object) -> None:
        raise OSError(12, "Cannot allocate memory")

    monkeypatch.setattr(indexing, "AGAIN", 0.2)
    agent.publish(MAX)
    with monkeypatch.context() as patched:
        patched.setattr(subprocess, "Popen", no_memory)
        agent.indexing.open()
        soon(lambda: agent.indexing.failed)
    assert "Cannot allocate memory" in agent.indexing.failed
    soon(lambda: agent.done == 1)
    assert not agent.indexing.failed


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_child_that_ends_before_it_reads_is_told(agent: Agent, soon: Soon, monkeypatch: pytest.MonkeyPatch) -> None:
    real = subprocess.Popen

    def ended(*_: object, **more: Any) -> subprocess.Popen[bytes]:
        child = real(["false"], **more)
        child.wait()
        return child

    monkeypatch.setattr(subprocess, "Popen", ended)
    agent.publish(MAX)
    agent.indexing.open()
    soon(lambda: agent.indexing.failed == "it ended at once")
