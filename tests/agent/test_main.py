"""The program as it is started: real processes."""

from __future__ import annotations

import base64
import json
import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import psutil
import pytest

from kiosk import clock
from kiosk import settings as settings_file
from kiosk.settings import Settings
from kiosk.wire import Order
from tests.agent import scripted
from tests.agent.central import CODE, KIOSK, TOKEN, Central

Soon = Callable[[Callable[[], object]], None]


def _command(settings: Settings, *more: str) -> list[str]:
    path = settings.state.with_name("kiosk.toml")
    path.write_bytes(settings_file.dump(settings))
    return [sys.executable, "-m", "kiosk.agent.main", "--settings", str(path), *more]


def _once(settings: Settings, *more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(_command(settings, *more), capture_output=True, text=True, timeout=20)


@pytest.fixture
def running(enrolled: Settings, soon: Soon) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(_command(enrolled, "run"), stderr=subprocess.PIPE, text=True) as process:
        soon(lambda: Path(enrolled.link).exists())
        yield process
        process.kill()


def _status(settings: Settings) -> dict[str, object]:
    return json.loads(_once(settings, "status").stdout)  # type: ignore[no-any-return]


def test_the_status_tells_how_it_is(running: subprocess.Popen[str], enrolled: Settings, soon: Soon) -> None:
    soon(lambda: _status(enrolled)["online"])
    found = _status(enrolled)
    assert (found["kiosk"], found["branch"]) == ("k1", "laak")


@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_cleanly_and_soon(running: subprocess.Popen[str], name: signal.Signals) -> None:
    begin = time.monotonic()
    running.send_signal(name)
    assert running.wait(20) == 0
    assert time.monotonic() - begin < 5


def test_many_signals_at_once_end_it_as_well_as_one(running: subprocess.Popen[str]) -> None:
    for _ in range(2000):
        running.terminate()
        running.send_signal(signal.SIGINT)
    assert running.wait(10) == 0


def test_an_order_to_restart_ends_it_every_time(enrolled: Settings, central: Central) -> None:
    now = clock.now()
    for _ in range(8):
        central.orders = [Order(id=str(uuid.uuid4()), what="restart-agent", at=now, until=now + timedelta(hours=1))]
        with subprocess.Popen(_command(enrolled, "run"), stderr=subprocess.DEVNULL) as process:
            try:
                assert process.wait(20) == 0
            finally:
                process.kill()
    assert [outcome.state for outcome in central.healths[-1].outcomes][:7] == ["done"] * 7


def test_it_says_nothing_that_is_secret(running: subprocess.Popen[str], enrolled: Settings, soon: Soon) -> None:
    soon(lambda: _status(enrolled)["online"])
    running.terminate()
    _, said = running.communicate(timeout=20)
    assert "the agent runs" in said
    assert TOKEN not in said
    assert (enrolled.state / "agent" / "key").read_text() not in said


def test_a_second_agent_on_the_same_state_refuses_with_a_sentence(
    running: subprocess.Popen[str], enrolled: Settings
) -> None:
    second = _once(enrolled, "run")
    assert (second.returncode, second.stdout) == (2, "")
    assert second.stderr.startswith("Another agent runs on this state")
    assert running.poll() is None


def test_one_that_was_killed_does_not_stand_in_the_way(
    running: subprocess.Popen[str], enrolled: Settings, soon: Soon
) -> None:
    running.kill()
    running.wait()
    with subprocess.Popen(_command(enrolled, "run"), stderr=subprocess.DEVNULL) as successor:
        soon(lambda: _once(enrolled, "status").returncode == 0)
        successor.terminate()
        assert successor.wait(20) == 0


def test_it_stays_small(running: subprocess.Popen[str], enrolled: Settings, soon: Soon) -> None:
    soon(lambda: _status(enrolled)["online"])
    assert psutil.Process(running.pid).memory_info().rss < 60 << 20


def test_without_an_agent_the_status_is_a_sentence(settings: Settings) -> None:
    asked = _once(settings, "status")
    assert asked.returncode == 2
    assert "does not run" in asked.stderr
    assert "Traceback" not in asked.stderr


def test_a_wrong_setting_is_a_sentence_with_the_place(settings: Settings) -> None:
    command = _command(settings, "run")
    Path(command[4]).write_text('state = "/tmp/x"\nstatte = 1\n')
    asked = subprocess.run(command, capture_output=True, text=True, timeout=20)
    assert asked.returncode == 2
    assert "statte" in asked.stderr
    assert "Traceback" not in asked.stderr


def test_a_state_that_cannot_be_written_is_a_sentence_and_spends_no_code(
    peer: scripted.Peer, central: Central, tmp_path: Path
) -> None:
    (tmp_path / "state").touch()
    elsewhere = Settings(state=tmp_path / "state", credential="file")
    for words in (["run"], ["enrol", peer.url, central.code]):
        asked = _once(elsewhere, *words)
        assert (asked.returncode, "cannot be written" in asked.stderr) == (2, True), asked.stderr
        assert "Traceback" not in asked.stderr
    assert peer.asked == []


@pytest.mark.parametrize(("code", "good"), [("GOODCODE", True), ("BADCODE", False)])
def test_a_code_makes_this_computer_a_kiosk(settings: Settings, peer: scripted.Peer, code: str, good: bool) -> None:
    settings.state.mkdir()
    done = _once(settings, "enrol", peer.url, code)
    known = settings.state / "agent" / "kiosk.json"
    assert (done.returncode, known.exists()) == ((0, True) if good else (2, False))
    assert (settings.state / "agent" / "key").read_text() not in done.stdout + done.stderr
    assert ("Computer 3" in done.stdout) if good else ("wrong-code" in done.stderr)


def test_without_a_code_this_computer_waits_for_staff_and_comes_in_by_itself(
    settings: Settings, peer: scripted.Peer, central: Central, soon: Soon
) -> None:
    settings.state.mkdir()
    done = _once(settings, "enrol", peer.url)
    assert (done.returncode, f"{CODE[:4]}-{CODE[4:]} in central, within 60 minutes" in done.stdout) == (0, True)
    with subprocess.Popen(_command(settings, "run"), stderr=subprocess.DEVNULL) as agent:
        soon(lambda: Path(settings.link).exists())
        soon(lambda: (_status(settings)["state"], _status(settings)["code"]) == ("waiting", CODE))
        asked = next(iter(json.loads(sent)["key"] for _, path, _, sent in peer.asked if path == "/v1/enrol"))
        central.keys[base64.b64decode(asked)] = KIOSK
        soon(lambda: _status(settings)["online"])
        assert "code" not in _status(settings)
        agent.terminate()


def test_settings_are_not_read_from_elsewhere(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kiosk.agent.main", "--settings", str(tmp_path / "none.toml"), "run"]
    asked = subprocess.run(command, capture_output=True, text=True, timeout=20, env=dict(os.environ))
    assert asked.returncode == 2
    assert "cannot be read" in asked.stderr
