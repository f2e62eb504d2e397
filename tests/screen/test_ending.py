"""How the screen ends when it must."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.errors import BadInput
from kiosk.screen import app, ending

HOUSE = Path(__file__).parent.parent.parent

STARTED = """
import sys
from PySide6.QtCore import QTimer
from kiosk.screen import app
def live(backend, link):
    print("alive", flush=True)
    {then}
app.live = live
sys.exit(app.main(["--settings", sys.argv[1]]))
"""

STARTING = """
import os, signal, sys
from kiosk.screen import app
app.open_window = lambda *_, **__: os.kill(os.getpid(), signal.SIGINT)
sys.exit(app.main(["--settings", sys.argv[1]]))
"""


def start(tmp_path: Path, then: str, program: str = STARTED) -> subprocess.Popen[str]:
    settings = tmp_path / "kiosk.toml"
    settings.write_text(f'state = "{tmp_path}"\n')
    return subprocess.Popen(
        [sys.executable, "-c", program.format(then=then), str(settings)],
        cwd=HOUSE,
        env={**os.environ, "PYTHONPATH": str(HOUSE)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_though_it_refuses_to_close(tmp_path: Path, number: signal.Signals) -> None:
    screen = start(tmp_path, "pass")
    assert screen.stdout
    assert screen.stdout.readline() == "alive\n"
    screen.send_signal(number)
    assert screen.wait(30) == 0


def test_an_interrupt_while_it_starts_is_no_exception_in_the_middle_of_qt(tmp_path: Path) -> None:
    screen = start(tmp_path, "", STARTING)
    _, errors = screen.communicate(timeout=30)
    assert (screen.returncode, errors) == (-signal.SIGINT, "")


def test_a_mistake_of_ours_ends_it_with_70(tmp_path: Path) -> None:
    screen = start(tmp_path, "QTimer.singleShot(10, lambda: 1 / 0)")
    _, errors = screen.communicate(timeout=30)
    assert screen.returncode == app.OURS
    assert "ZeroDivisionError" in errors


def test_settings_that_cannot_be_read_end_it_with_2(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert app.main(["--settings", str(tmp_path / "none.toml")]) == app.OUTSIDE
    assert "The settings cannot be read" in capsys.readouterr().err


class Ended:
    """An application that only remembers how it was ended."""

    def __init__(self) -> None:
        self.codes: list[int] = []

    def exit(self, code: int) -> None:
        self.codes.append(code)


@pytest.fixture
def hooked(monkeypatch: pytest.MonkeyPatch) -> tuple[Ended, list[object]]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    ended, heard = Ended(), []
    ending.on_mistakes(ended, 70, heard.append, lambda: heard.append("wiped"))  # type: ignore[arg-type]
    return ended, heard


def test_what_is_known_to_go_wrong_is_told_and_the_screen_goes_on(hooked: tuple[Ended, list[object]]) -> None:
    ended, heard = hooked
    error = BadInput("The disk is full")
    sys.excepthook(BadInput, error, None)
    assert (ended.codes, heard) == ([], [error])


def test_anything_else_wipes_first(hooked: tuple[Ended, list[object]]) -> None:
    ended, heard = hooked
    sys.excepthook(ValueError, ValueError("ours"), None)
    assert (ended.codes, heard) == ([70], ["wiped"])
