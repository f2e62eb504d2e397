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
from kiosk.agent.indexing import Indexing, Work
from kiosk.catalogue import index
from kiosk.settings import Settings
from kiosk.store.writer import Writer
from kiosk.wire import SERVICE, Change, Changes, Title, encode

Soon = Callable[[Callable[[], object]], None]


class Agent:
    def __init__(self, settings: Settings) -> None:
        self.settings, self.done = settings, 0
        self.writer = Writer(settings.replica)
        self.indexing = Indexing(settings, self.writer, self._count)
        self._rev = 0

    def _count(self) -> None:
        self.done += 1

    def publish(self, *titles: Title, gone: tuple[str, ...] = ()) -> list[Change]:
        """Put these into the replica; what the engine would tell the indexing."""
        since = self.writer.cursor("titles")
        changes = [self._change(id=title.id, record=msgspec.Raw(encode(title))) for title in titles]
        changes += [self._change(id=id, deleted=True) for id in gone]
        self.writer.apply(Changes(service=SERVICE, feed="titles", since=since, to=f"e1-{self._rev}", changes=changes))
        return changes

    def _change(self, **more: object) -> Change:
        self._rev += 1
        return Change(rev=self._rev, **more)  # type: ignore[arg-type]

    def follow(self, changes: list[Change] | None) -> None:
        self.indexing.follow(self.writer.cursor("titles"), changes)

    def found(self, text: str) -> set[str]:
        return set(index.open(self.settings.index).ask(index.Query(text)).ids)


@pytest.fixture
def agent(settings: Settings) -> Iterator[Agent]:
    agent = Agent(settings)
    yield agent
    agent.indexing.close()


MAX = Title(id="t1", title="Max Havelaar")
TIN = Title(id="t2", title="De tinnen soldaat")


def test_the_first_titles_can_be_searched(agent: Agent, soon: Soon) -> None:
    agent.indexing.open()
    agent.publish(MAX, TIN)
    agent.follow(None)
    soon(lambda: agent.done == 1)
    assert agent.found("havelaar") == {"t1"}
    assert agent.writer.known("indexed") == "e1-2"


def test_changes_follow(agent: Agent, soon: Soon) -> None:
    agent.publish(MAX, TIN)
    agent.indexing.open()
    soon(lambda: agent.done == 1)
    agent.follow(agent.publish(Title(id="t3", title="Eline Vere"), gone=("t1",)))
    soon(lambda: agent.done == 2)
    assert (agent.found("eline"), agent.found("havelaar"), agent.found("soldaat")) == ({"t3"}, set(), {"t2"})


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


def test_many_changes_become_one_piece_of_work() -> None:
    work = Work(cursor="e1-1")
    work.add("e1-2", [Change(id="a", rev=1), Change(id="b", rev=2, deleted=True)])
    work.add("e1-4", [Change(id="a", rev=3, deleted=True), Change(id="b", rev=4)])
    assert (work.cursor, work.changed, work.gone, work.anew) == ("e1-4", {"b"}, {"a"}, False)
    work.add("e1-5", None)
    assert work.anew


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


def test_what_came_while_an_index_failed_is_not_forgotten(agent: Agent, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "AGAIN", 0.0)
    agent.indexing.follow("e1-9", [])
    agent.indexing._finish(Work(cursor="e1-4"), "it went wrong")
    assert agent.indexing._work is not None
    assert (agent.indexing._work.cursor, agent.indexing._work.anew) == ("e1-9", True)
