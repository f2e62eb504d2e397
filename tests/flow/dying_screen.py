"""A screen that asks for a desk over the real link and is gone at once: `python -m tests.flow.dying_screen ADDRESS DESK
WHEN`, where WHEN is "asked" (as soon as it was handed over) or "kept" (as soon as it was promised). Prints the id."""

from __future__ import annotations

import os
import signal
import sys
import uuid

from PySide6.QtCore import QCoreApplication

from kiosk.screen.link import Link
from kiosk.wire import Claim
from tests.flow.hands import UNTIL


def main(address: str, desk: str, when: str) -> int:
    app = QCoreApplication([])
    link = Link(address)
    fact = Claim(id=str(uuid.uuid4()), desk=desk, until=UNTIL)
    print(fact.id, flush=True)

    def die() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def ask() -> None:
        if link.up:
            link.keep(fact)
            if when == "asked":
                die()

    link.upChanged.connect(ask)
    link.kept.connect(die)
    link.open()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
