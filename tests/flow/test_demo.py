"""`wegwijs demo`: its hour, its folder, its children, and once the whole of it."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import psutil
import pytest

from kiosk import clock
from kiosk.demo import afternoon, command, family, place
from kiosk.demo.command import Demo
from kiosk.demo.family import Child
from kiosk.demo.place import LIBRARY, Place, Stamp
from kiosk.errors import BadInput, KnownError, Refused
from tests.flow.house import wait


def _local(text: str) -> datetime:
    # In UTC: two times of one zone are subtracted by their wall clocks, an hour wrong across a change
    return datetime.fromisoformat(text).replace(tzinfo=clock.HERE).astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2026-11-18T11:30", "2026-11-18T11:30"),
        ("2026-11-18T16:59", "2026-11-18T16:59"),
        ("2026-11-18T17:10", "2026-11-19T14:07"),
        ("2026-11-18T03:00", "2026-11-18T14:07"),
        ("2026-11-18T22:00", "2026-11-19T14:07"),
        ("2026-11-22T12:00", "2026-11-23T14:07"),
        ("2026-12-25T12:00", "2026-12-28T14:07"),
        ("2026-03-28T23:00", "2026-03-30T14:07"),
    ],
    ids=["open", "open for an hour", "nearly closed", "night", "evening", "Sunday", "Christmas", "into summer time"],
)
def test_when_the_library_is_closed_it_is_afternoon_on_its_next_open_day(now: str, then: str) -> None:
    assert _local(now) + afternoon.ahead(LIBRARY, "laak", _local(now)) == _local(then)


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(BadInput, match="other things"):
        Place(tmp_path).hold()
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_second_demo_in_the_same_folder_refuses(tmp_path: Path) -> None:
    with Place(tmp_path).hold(), pytest.raises(Refused, match="Another demo"):
        Place(tmp_path).hold()


def test_a_demo_that_was_not_made_to_the_end_is_made_again(tmp_path: Path) -> None:
    made = Place(tmp_path)
    with made.hold():
        (tmp_path / "central.db").write_text("half")
        (tmp_path / "kiosk").mkdir()
        assert made.ready() is None
        made.empty()
        assert not (tmp_path / "central.db").exists()
        stamp = place.made_up("2026-11-18")
        made.stamp(stamp)
        assert made.ready() == stamp
        made.empty()
        assert made.ready() is None


def test_the_stamp_is_for_its_owner_only(tmp_path: Path) -> None:
    made = Place(tmp_path)
    with made.hold():
        made.stamp(place.made_up("2026-11-18"))
    assert (tmp_path / "ready.json").stat().st_mode & 0o077 == 0


def _child(tmp_path: Path, code: str, hard: bool = False) -> Child:
    """A child that runs this code."""
    (tmp_path / "play.py").write_text(code)
    return Child("play", [], tmp_path / "play.log", {**os.environ, "PYTHONPATH": str(tmp_path)}, hard)


def test_a_child_that_dies_is_started_anew_but_not_for_ever(tmp_path: Path) -> None:
    child = _child(tmp_path, "raise SystemExit('it is broken')")
    child.start()
    for _ in range(family.DEATHS - 1):
        wait(lambda: child.ended() is not None, "it dies")
        child.again()
    wait(lambda: child.ended() is not None, "it dies")
    with pytest.raises(KnownError, match="it is broken"):
        child.again()


def test_a_child_that_says_something_outside_is_wrong_is_not_started_anew(tmp_path: Path) -> None:
    child = _child(tmp_path, "import sys; print('The disk is gone.', file=sys.stderr); sys.exit(2)")
    child.start()
    wait(lambda: child.ended() is not None, "it dies")
    with pytest.raises(KnownError, match="The disk is gone"):
        child.again()


def test_a_child_is_waited_for_until_it_is_ready(tmp_path: Path) -> None:
    child = _child(tmp_path, "import time; print('ready now', flush=True); time.sleep(60)")
    child.start_until("ready now", 10)
    assert child.ended() is None
    child.end()
    with pytest.raises(KnownError, match="too early"):
        _child(tmp_path, "raise SystemExit('too early')").start_until("ready now", 10)


STUBBORN = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print(subprocess.Popen(["sleep", "600"]).pid, flush=True)
time.sleep(600)
"""


def test_a_stubborn_child_ends_with_all_that_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(family, "GRACE", 0.2)
    child = _child(tmp_path, STUBBORN)
    child.start_until("\n", 10)
    grandchild = int((tmp_path / "play.log").read_text())
    child.end()
    wait(lambda: not _lives(grandchild), "the grandchild is gone")


PARENT = """
import sys, time
from pathlib import Path
from kiosk.demo.family import Child
child = Child("play", [], Path(sys.argv[1]), {"PYTHONPATH": sys.argv[2]}, hard=sys.argv[3] == "hard")
child.start_until("ready", 10)
print(child.process.pid, flush=True)
time.sleep(600)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends children with their parent")
@pytest.mark.parametrize(("code", "kind"), [("import time", "soft"), (STUBBORN, "hard")])
def test_when_the_supervisor_is_killed_its_children_go_too(tmp_path: Path, code: str, kind: str) -> None:
    (tmp_path / "play.py").write_text(
        f"{code.replace('time.sleep(600)', '')}\nprint('ready', flush=True)\ntime.sleep(600)"
    )
    words = [sys.executable, "-c", PARENT, str(tmp_path / "play.log"), str(tmp_path), kind]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        parent.kill()
    wait(lambda: not _lives(child), "the child is gone")


def _lives(pid: int) -> bool:
    return psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE


def _demo(tmp_path: Path, **env: str) -> subprocess.Popen[str]:
    words = [sys.executable, "-m", "kiosk", "demo", "--state", str(tmp_path / "d")]
    plain = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    pipe = subprocess.PIPE
    return subprocess.Popen(words, env={**plain, **env}, stdout=pipe, stderr=pipe, text=True, start_new_session=True)


def test_without_a_screen_a_visit_plays_and_leaves_pictures(tmp_path: Path) -> None:
    with _demo(tmp_path, QT_QPA_PLATFORM="offscreen") as demo:
        said, wrong = demo.communicate(timeout=100)
    assert demo.returncode == 0, wrong
    assert f"The pictures are in {tmp_path / 'tour'}" in said
    assert len(list((tmp_path / "tour").glob("*.png"))) >= 3
    secrets, facts = (tmp_path / "d" / "ready.json").read_bytes(), _facts(tmp_path)
    with _demo(tmp_path, QT_QPA_PLATFORM="offscreen") as again:
        said, wrong = again.communicate(timeout=60)
    assert again.returncode == 0, wrong
    assert "Making the database" not in said
    assert (tmp_path / "d" / "ready.json").read_bytes() == secrets
    assert facts < _facts(tmp_path), "what the first visitor did is still there, and the second one's beside it"


def _facts(tmp_path: Path) -> set[str]:
    with sqlite3.connect(tmp_path / "d" / "central.db") as database:
        return {id for (id,) in database.execute("SELECT id FROM sync_fact")}


def test_fresh_begins_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.OFFSET_VARIABLE, "0")
    monkeypatch.setattr(command, "_on_signals", lambda _: None)
    played: list[tuple[Stamp | None, bool]] = []

    def play(_: Demo, stamp: Stamp | None, _today: str) -> int:
        played.append((stamp, (tmp_path / "central.db").exists()))
        return 0

    monkeypatch.setattr(Demo, "_play", play)
    made, stamp = Place(tmp_path), place.made_up("2026-11-18")
    with made.hold():
        (tmp_path / "central.db").touch()
        made.stamp(stamp)
    for fresh in (False, True):
        Demo(made, False).run(fresh=fresh)
    assert played == [(stamp, True), (None, False)]


STOPPING = """
import sys
import kiosk.demo.command as command
command._has_screen = lambda: True
sys.exit(command.main(["--state", sys.argv[1]]))
"""


def _family(pid: int) -> list[psutil.Process]:
    return psutil.Process(pid).children(recursive=True)


def _of(children: list[psutil.Process], module: str) -> psutil.Process:
    return next(child for child in children if module in child.cmdline())


def test_all_of_it_is_watched_and_ends_together(tmp_path: Path) -> None:
    words = [sys.executable, "-c", STOPPING, str(tmp_path / "d")]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, start_new_session=True) as demo:
        assert demo.stdout is not None
        said = "".join(iter(demo.stdout.readline, "All of it is made up and stays in " + str(tmp_path / "d") + ".\n"))
        assert "Staff PIN" in said
        try:
            agent = _of(_family(demo.pid), "kiosk.agent.main")
            agent.kill()
            wait(lambda: _another(demo.pid, agent), "another agent")
            everybody = _alive(demo.pid)
            assert len(everybody) >= 4
            begin = time.monotonic()
            demo.send_signal(signal.SIGTERM)
            assert demo.wait(10) == 0
            assert time.monotonic() - begin < 5
        finally:
            demo.kill()  # its children go with it
    wait(lambda: not any(_lives(child.pid) for child in everybody), "nobody is left behind")


def _another(pid: int, agent: psutil.Process) -> bool:
    return any(child.pid != agent.pid and "kiosk.agent.main" in child.cmdline() for child in _alive(pid))


def _alive(pid: int) -> list[psutil.Process]:
    return [child for child in _family(pid) if child.status() != psutil.STATUS_ZOMBIE]
