"""The real screen's side, killed."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from tests.flow.house import House, Kiosk, wait


@pytest.fixture
def kiosk(house: House) -> Kiosk:
    house.start_central()
    house.kiosks["c1"].agent.start()
    return house.kiosks["c1"]


def _asked(house: House, kiosk: Kiosk, desk: str, when: str) -> str:
    words = [sys.executable, "-m", "tests.flow.dying_screen", kiosk.settings.link, desk, when]
    done = subprocess.run(words, env=house.env, capture_output=True, text=True, timeout=30)
    assert done.returncode == -signal.SIGKILL, done.stderr
    return done.stdout.strip()


def test_what_was_promised_to_a_screen_that_died_becomes_a_visit(house: House, kiosk: Kiosk) -> None:
    asked = [_asked(house, kiosk, desk, "kept") for desk in ("laak-t1", "laak-t2")]
    wait(lambda: set(kiosk.visits()) == set(asked), "the visits")
    assert set(house.facts()) == set(asked)


def test_what_was_only_asked_arrives_at_most_once(house: House, kiosk: Kiosk) -> None:
    asked = [_asked(house, kiosk, desk, "asked") for desk in ("laak-t1", "laak-t2")]
    promised = _asked(house, kiosk, "laak-t3", "kept")
    wait(lambda: promised in kiosk.visits(), "the visit that was promised")
    wait(lambda: not kiosk.replica.waiting(), "central has dealt with every fact")
    assert {promised} <= set(house.facts()) <= {promised, *asked}


def test_after_a_screen_that_was_killed_its_visitor_is_wiped(house: House, kiosk: Kiosk) -> None:
    wait(lambda: kiosk.settings.turn.exists(), "the folder of a Turn")
    env = {**house.env, "QT_QPA_PLATFORM": "offscreen", "HOME": str(kiosk.settings.turn)}
    words = [sys.executable, "-m", "kiosk.screen.app", "--settings", str(kiosk.file), "--window"]
    with subprocess.Popen(words, env=env, stderr=subprocess.DEVNULL) as screen:
        wait(lambda: f"(process {screen.pid})" in kiosk.agent.log.read_text(), "the screen says hello")
        trace = kiosk.settings.turn / "letter.txt"
        trace.write_text("dear mayor")
        screen.kill()
    wait(lambda: not list(kiosk.settings.turn.iterdir()), "the wipe")
