"""How evenly the real screen draws while somebody asks for this and that: `python -m tests.faults.frames SETTINGS OUT
SECONDS` draws all the time, and prints as JSON the milliseconds between frames, and by how many a timer in the screen's
own thread was late."""

from __future__ import annotations

import itertools
import json
import sys
import time
import uuid
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from kiosk import settings
from kiosk.screen import walk
from kiosk.screen.visitor import Album, Visitor, Wish
from kiosk.wire import Ask

#: Milliseconds between two ticks, and between two facts, each of which makes the agent turn to central at once.
TICK, ASK = 10, 300


def main(file: str, out: str, seconds: str) -> None:
    wish = Wish(out=Path(out), size=(1280, 720))
    album = Album(wish.out)
    walk._application(album)
    with walk._seated(settings.load(Path(file)), wish, album) as visitor:
        visitor.wait("the agent", lambda: visitor.link.up)
        visitor.come()
        frames, lags = _drawn(visitor, float(seconds))
    print(json.dumps({"frames": frames, "lags": lags}))


def _drawn(visitor: Visitor, seconds: float) -> tuple[list[float], list[float]]:
    frames: list[float] = []
    ticks: list[float] = []
    visitor.window.frameSwapped.connect(lambda: frames.append(time.monotonic()))
    timer, asking = QTimer(interval=TICK, timerType=Qt.TimerType.PreciseTimer), QTimer(interval=ASK)
    timer.timeout.connect(lambda: (ticks.append(time.monotonic()), visitor.window.update()))
    asking.timeout.connect(lambda: visitor.link.keep(Ask(id=str(uuid.uuid4()), seat="laak-c1", screen="home")))
    timer.start()
    asking.start()
    visitor.rest(seconds)
    timer.stop()
    asking.stop()
    return _between(frames), [max(lag - TICK, 0.0) for lag in _between(ticks)]


def _between(moments: list[float]) -> list[float]:
    return [(later - earlier) * 1000 for earlier, later in itertools.pairwise(moments)]


if __name__ == "__main__":
    main(*sys.argv[1:])
