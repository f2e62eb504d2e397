"""Processes take turns, and nobody waits for one that is dead."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from kiosk.central.sync import turns

HOLDER = """
import fcntl, os, sys
file = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT)
fcntl.flock(file, fcntl.LOCK_EX)
print("has it", flush=True)
sys.stdin.read()
"""

AT_ONCE = "import fcntl, sys; fcntl.flock(open(sys.argv[1]), fcntl.LOCK_EX | fcntl.LOCK_NB)"


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A SQLite file, as central has one."""
    file = tmp_path / "central.db"
    file.touch()
    monkeypatch.setattr(connection, "vendor", "sqlite")
    monkeypatch.setitem(connection.settings_dict, "NAME", str(file))
    turns._file.cache_clear()
    yield file
    turns._file.cache_clear()


@pytest.fixture
def holder(database: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process, whose turn it is."""
    command = [sys.executable, "-c", HOLDER, f"{database}-turn"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "has it\n"
        yield process
        process.kill()


def test_one_waits_for_another_process_and_is_woken_when_it_dies(holder: subprocess.Popen[str]) -> None:
    had = threading.Event()

    def take() -> None:
        # A thread has a connection of its own
        connection.vendor = "sqlite"
        with turns.turn():
            had.set()

    thread = threading.Thread(target=take)
    thread.start()
    assert not had.wait(0.3)
    holder.kill()
    assert had.wait(10)
    thread.join(10)


def test_one_that_is_stopped_holds_nobody_up_for_long(
    holder: subprocess.Popen[str], database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.2)
    holder.send_signal(signal.SIGSTOP)
    for _ in range(2):
        with turns.turn():
            assert [thread.name for thread in threading.enumerate()].count("turn") <= 2
    holder.kill()
    for thread in threading.enumerate():
        if thread.name == "turn":
            thread.join(10)
    with turns.turn():
        other = subprocess.run([sys.executable, "-c", AT_ONCE, f"{database}-turn"], check=False, capture_output=True)
    assert other.returncode, "who gave up never let go, or took the turn of who came later"
    assert not subprocess.run([sys.executable, "-c", AT_ONCE, f"{database}-turn"], check=False).returncode


def test_a_turn_is_given_back_also_when_it_went_wrong(database: Path) -> None:
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), turns.turn():
            _ = 1 / 0
    with turns.turn():
        other = subprocess.run([sys.executable, "-c", AT_ONCE, f"{database}-turn"], check=False, capture_output=True)
    assert other.returncode, "another process had the same turn"


def test_a_database_in_memory_and_a_server_have_no_such_file(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "vendor", "postgresql")
    with turns.turn():
        pass
    monkeypatch.setattr(connection, "vendor", "sqlite")
    monkeypatch.setitem(connection.settings_dict, "NAME", "file:memorydb_default?mode=memory&cache=shared")
    with turns.turn():
        pass
    assert not Path(f"{database}-turn").exists()
