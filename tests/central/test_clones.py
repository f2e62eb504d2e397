"""The agent's own entrance against central's own views: whoever dies when, nobody is locked out, and no disk looks
copied that is not; a copied one is noticed."""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client as Web
from hypothesis import HealthCheck, given
from hypothesis import settings as some_settings
from hypothesis import strategies as some

from kiosk.agent import client, entrance
from kiosk.agent.entrance import Entrance
from kiosk.agent.joining import join
from kiosk.agent.trust import NoAnswer, NotWelcome
from kiosk.central.sync import tokens
from kiosk.central.sync.models import Key
from kiosk.http import Answer
from kiosk.settings import Settings
from kiosk.store import files
from kiosk.wire import Enrolled
from tests.central.made_up import branch

#: Where an agent may die, where central may, and what may get lost between them.
AGENT = ["before buying", "before counting", "before rename", "after rename", "after counting"]
CENTRAL = ["before token", "after token"]
BETWEEN = ["nonce asked", "nonce told", "tokens asked", "tokens told", "heads asked", "heads told"]
STEPS = [*AGENT, *CENTRAL, *BETWEEN]


#: Making one takes a while: it looks at every static file.
WEB = Web()


class Died(BaseException):
    """kill -9: no handler, no clean-up."""


class Fate:
    """Dies once, at the step that is named."""

    def __init__(self) -> None:
        self.step = ""
        self.met: set[str] = set()

    def reach(self, name: str) -> None:
        self.met.add(name)
        if name == self.step:
            self.step = ""
            raise Died(name)


@pytest.fixture
def fate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Fate]:
    fate = Fate()
    monkeypatch.setattr(entrance, "reach", fate.reach)
    monkeypatch.setattr(tokens, "reach", fate.reach)
    monkeypatch.setattr(client, "Http", lambda *_, **__: Line(fate))
    before, after = os.fsync, files.sync_folder
    monkeypatch.setattr(os, "fsync", _then(fate, "before rename", before))
    monkeypatch.setattr(files, "sync_folder", _then(fate, "after rename", after))
    yield fate
    assert fate.met >= set(STEPS), "every step was on the way"


def _then(fate: Fate, name: str, do: Callable[..., None]) -> Callable[..., None]:
    def wrapped(*given: Any) -> None:
        do(*given)
        fate.reach(name)

    return wrapped


class Line:
    """In place of `Http`: straight to central's views, unless something gets lost."""

    def __init__(self, fate: Fate) -> None:
        self.token, self._fate = "", fate

    def ask(self, method: str, url: str, data: bytes = b"", headers: Any = None) -> Answer:
        path = url.removeprefix("https://central.example")
        name = path.rpartition("/")[2]
        more = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        try:
            self._fate.reach(f"{name} asked")
            reply = WEB.generic(method, path, data, "application/json", headers={**(headers or {}), **more})
            self._fate.reach(f"{name} told")
        except Died as lost:
            if str(lost) in AGENT:
                raise
            raise NoAnswer("unreachable", "cut off") from lost
        return Answer(reply.status_code, {k.lower(): v for k, v in reply.headers.items()}, reply.content)

    def close(self) -> None:
        pass

    abort = close


def enrolled(folder: Path) -> Settings:
    """A kiosk in central and on disk."""
    from kiosk.central.fleet.models import Kiosk
    from kiosk.central.sync.enrolment import make_code

    settings = Settings(state=folder, credential="file")
    folder.mkdir()
    row = Kiosk(branch=branch(), name=folder.name)
    row.save()
    assert isinstance(join(settings, "https://central.example", make_code(row)), Enrolled)
    return settings


class Computer:
    """One agent on one disk."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._entrance = Entrance(settings)

    def run(self, fate: Fate, step: str = "") -> str:
        """Come in and ask something once, dying there; "" when it went well, else what went wrong."""
        fate.step = step
        try:
            inside, kiosk = self._entrance.enter()
            inside.heads(kiosk.branch)
        except Died:
            self._entrance = Entrance(self._settings)
            return "died"
        except NoAnswer:
            return "cut off"
        except NotWelcome as error:
            return error.state
        finally:
            fate.step = ""
        return ""

    def restart(self) -> None:
        self._entrance = Entrance(self._settings)


@pytest.mark.parametrize("restarts", [True, False], ids=["restarts", "goes on"])
def test_whoever_dies_at_whatever_step_nobody_is_locked_out_or_taken_for_a_copy(
    fate: Fate, tmp_path: Path, restarts: bool
) -> None:
    computer = Computer(enrolled(tmp_path / "k"))
    assert computer.run(fate) == ""
    for steps in itertools.product(STEPS, repeat=2):
        for step in steps:
            if restarts:
                computer.restart()
            assert computer.run(fate, step) in ("", "died", "cut off"), steps
        assert computer.run(fate) == "", steps
    assert Key.objects.get().cloned is None


@some_settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(some.lists(some.tuples(some.sampled_from(STEPS), some.booleans()), max_size=12))
def test_however_often_they_die_it_goes_on(fate: Fate, tmp_path_factory: Any, deaths: list[tuple[str, bool]]) -> None:
    computer = Computer(enrolled(tmp_path_factory.mktemp("c") / "k"))
    for step, restarts in deaths:
        if restarts:
            computer.restart()
        assert computer.run(fate, step) in ("", "died", "cut off")
    _meet_all(fate, computer)
    assert computer.run(fate) == ""
    assert not Key.objects.filter(cloned__isnull=False).exists()


@some_settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(some.lists(some.tuples(some.integers(0, 1), some.sampled_from(["", *STEPS])), max_size=8), some.booleans())
def test_a_copied_disk_is_noticed_whoever_died_when(
    fate: Fate, tmp_path_factory: Any, deaths: list[tuple[int, str]], alive: bool
) -> None:
    folder = tmp_path_factory.mktemp("c")
    first = Computer(enrolled(folder / "k"))
    if alive:
        _meet_all(fate, first)
    shutil.copytree(folder / "k", folder / "copy")
    both = [first, Computer(Settings(state=folder / "copy", credential="file"))]
    for which, step in deaths:
        both[which].run(fate, step)
    seen = [computer.run(fate) for computer in (*both, *both)]
    assert seen[-2:] == ["cloned", "cloned"], seen
    assert Key.objects.order_by("pk").last().cloned is not None  # type: ignore[union-attr]
    _meet_all(fate, Computer(enrolled(folder / "other")))


def _meet_all(fate: Fate, computer: Computer) -> None:
    """A round in which every step is on the way (what the fixture asks for)."""
    computer.restart()
    assert computer.run(fate) == ""


def test_both_disks_come_back_as_kiosks_of_their_own(fate: Fate, tmp_path: Path) -> None:
    from kiosk.central.sync.enrolment import approve, state

    first = Computer(enrolled(tmp_path / "k"))
    assert first.run(fate) == ""
    shutil.copytree(tmp_path / "k", tmp_path / "copy")
    both = [first, Computer(Settings(state=tmp_path / "copy", credential="file"))]
    assert [computer.run(fate) for computer in reversed(both)] == ["", "cloned"]
    assert both[1].run(fate) == "cloned"
    kiosk = Key.objects.get().kiosk
    assert kiosk is not None
    assert state(kiosk) == "cloned"
    for computer in both:
        told = _turned_away(computer)
        computer._entrance.refused(told)
        assert _turned_away(computer).state == "cloned", "its staff screen goes on saying why"
        computer.restart()
        assert _turned_away(computer).state == "cloned", "after a restart too"
    codes = [computer._entrance.code for computer in both]
    assert len({*codes, ""}) == 3, "each shows a code of its own"
    approve(Key.objects.get(code=codes[0]), kiosk)
    assert [computer.run(fate) for computer in both] == ["", "cloned"]
    assert state(kiosk) == "enrolled"


def _turned_away(computer: Computer) -> NotWelcome:
    try:
        inside, kiosk = computer._entrance.enter()
        inside.heads(kiosk.branch)
    except NotWelcome as error:
        return error
    pytest.fail("it was let in")
