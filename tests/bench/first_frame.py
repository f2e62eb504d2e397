"""One start of the screen as it is, which says when its first frame was there, and when the library's facts were on it:
`first_frame.py SETTINGS`, or `empty`.

The clock is the monotonic one, which the process that measures shares.
"""

from __future__ import annotations

import gc
import sys
import time

EMPTY = b"import QtQuick\nWindow { visible: true; width: 1920; height: 1080; color: '#FAF6EE' }"


def say() -> None:
    print(time.monotonic(), flush=True)


def screen(settings: str) -> int:
    """The program `wegwijs`, with nothing changed but one more listener to its first frame."""
    gc.disable()  # as `wegwijs` does (kiosk/__main__.py)
    from kiosk.screen import app

    begin = app.start_when_seen

    def listen(engine, *needs):
        window = engine.rootObjects()[0]
        _say_once(window)
        window.backendChanged.connect(lambda: _say_once(window))
        begin(engine, *needs)

    app.start_when_seen = listen
    return app.main(["--settings", settings])


def _say_once(window) -> None:
    """Say when the next frame is there."""

    def seen() -> None:
        window.frameSwapped.disconnect(seen)
        say()

    window.frameSwapped.connect(seen)


def empty() -> int:
    """The least that Qt Quick can do."""
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQml import QQmlApplicationEngine
    from PySide6.QtQuick import QQuickWindow

    app = QGuiApplication([])
    engine = QQmlApplicationEngine()
    engine.loadData(EMPTY)
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    window.frameSwapped.connect(say)
    return app.exec()


if __name__ == "__main__":
    sys.exit(empty() if sys.argv[1] == "empty" else screen(sys.argv[1]))
