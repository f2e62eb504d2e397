"""How the screen ends when it must: a mistake of ours, or a signal from the supervisor."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QSocketNotifier

from kiosk.errors import KnownError

log = logging.getLogger("wegwijs.screen")


def on_mistakes(
    app: QCoreApplication,
    code: int,
    tell: Callable[[KnownError], None] | None = None,
    wipe: Callable[[], None] | None = None,
) -> None:
    """What is known to go wrong is told to staff; after anything else the visitor is wiped and the screen ends with
    `code`, so that the supervisor starts it anew. Without the two (nobody was here yet) it only ends."""

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.error("%s", error, exc_info=(kind, error, trace))
        if tell and isinstance(error, KnownError):
            tell(error)
            return
        if wipe:
            wipe()
        app.exit(code)

    sys.excepthook = caught


def at_once() -> None:
    """Until `on_signals`, Ctrl+C ends the process there and then: Python's exception for it would come up in the
    middle of whatever Qt does, which crashes."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)


def on_signals(app: QCoreApplication) -> None:
    """SIGTERM and SIGINT end the screen with 0, though its window refuses to close."""
    import signal
    import socket

    # Python runs its handlers only when it runs; the wake-up socket makes Qt's loop run it at once
    heard, said = socket.socketpair()
    said.setblocking(False)
    signal.set_wakeup_fd(said.fileno(), warn_on_full_buffer=False)
    notifier = QSocketNotifier(heard.fileno(), QSocketNotifier.Type.Read, app)

    def woken() -> None:
        heard.recv(64)

    def ended(*_: object) -> None:
        # `said` is named here so that it lives as long as its handler
        log.info("asked to end (fd %d)", said.fileno())
        app.exit(0)

    notifier.activated.connect(woken)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, ended)
