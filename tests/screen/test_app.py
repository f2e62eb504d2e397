"""How the screen is put together."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread, current_thread
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFontDatabase
from pytestqt.qtbot import QtBot

from kiosk.screen import app
from kiosk.screen.display import Display

HOUSE = Path(__file__).parent.parent.parent

FIRST_FRAME = """
import sys
from kiosk.screen import app
def seen(engine, *_):
    print(sorted(name for name in sys.modules if name.endswith("viewmodel")), engine.rootObjects()[0].title())
    sys.exit(0)
app.start_when_seen = seen
app.main(["--settings", sys.argv[1]])
"""


def test_start_is_there_before_any_area_is_imported(tmp_path: Path) -> None:
    settings = tmp_path / "kiosk.toml"
    settings.write_text(f'state = "{tmp_path}"\n')
    ran = subprocess.run(
        [sys.executable, "-c", FIRST_FRAME, str(settings)],
        cwd=HOUSE,
        env={**os.environ, "PYTHONPATH": str(HOUSE)},
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert ran.stdout == "[] Wegwijs\n", ran.stderr


@pytest.mark.parametrize("free", [True, False])
def test_a_kiosk_fills_the_screen_and_a_window_does_not(qtbot: QtBot, free: bool) -> None:
    engine = app.open_window(Display(["nl"]), free=free)
    (window,) = engine.rootObjects()
    assert (window.visibility() == window.Visibility.FullScreen) is not free


def test_our_letters_are_there(qtbot: QtBot) -> None:
    app._add_fonts()
    assert {"Atkinson Hyperlegible Next", "Noto Sans", "Noto Sans Arabic"} <= set(QFontDatabase.families())


@pytest.fixture
def _collecting() -> Iterator[None]:
    yield
    gc.enable()


@pytest.mark.usefixtures("_collecting")
def test_objects_of_qt_never_end_in_another_thread(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "LOOK_EVERY", 50)
    ended: list[str] = []
    owner = QObject()
    app.collect_here(owner)
    _in_a_ring(ended)
    busy = Thread(target=lambda: [[number] for number in range(200_000)], name="busy")
    busy.start()
    busy.join()
    qtbot.waitUntil(lambda: bool(ended), timeout=15_000)
    assert ended == ["MainThread"]


def _in_a_ring(ended: list[str]) -> None:
    """An object that only the search for rubbish finds."""
    lost: Any = QObject()
    lost.itself = lost
    lost.destroyed.connect(lambda: ended.append(current_thread().name), Qt.ConnectionType.DirectConnection)
