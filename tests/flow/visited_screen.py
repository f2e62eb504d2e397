"""A screen without a window, at which somebody is until the file LEAVE is there: `python -m tests.flow.visited_screen
ADDRESS LEAVE`."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from kiosk.screen.link import Link
from kiosk.screen.turn import Turn
from kiosk.settings import Idle


def main(address: str, leave: str) -> int:
    app = QCoreApplication([])
    link = Link(address)
    turn = Turn(link, Idle(anywhere=600, reading=600, countdown=600))
    look = QTimer(interval=50)
    look.timeout.connect(lambda: turn.end("done") if Path(leave).exists() else None)
    link.upChanged.connect(lambda: turn.begin() if link.up and not Path(leave).exists() else None)
    link.open()
    look.start()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
