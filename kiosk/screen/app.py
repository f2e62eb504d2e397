"""The screen, put together by hand: `wegwijs [--settings FILE]`.

    main → open_window: Start is painted → furnish: view-models, the link, the clocks

Why in two steps: Start needs none of our own modules but the settings, and is seen before the others are imported.
(A thread that imports them meanwhile was tried: facts 12 ms sooner, the first frame 7 ms later.)

The screen ends with 0 when staff leave or the supervisor asks, 2 when something outside is wrong before there is a
window, and 70 (EX_SOFTWARE, sysexits.h) after a mistake of ours: the Turn is wiped and the supervisor starts it anew.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk import paths, settings
from kiosk.errors import KnownError
from kiosk.screen import ending, pictures
from kiosk.screen.display import SCALES, Display
from kiosk.settings import Settings

if TYPE_CHECKING:
    from kiosk.screen.backend import Backend
    from kiosk.screen.link import Link

#: Exit codes besides 0.
OUTSIDE, OURS = 2, 70

#: Milliseconds between two "the screen still draws", and between two looks at clock and replica.
ALIVE_EVERY, LOOK_EVERY = 5_000, 10_000

#: Pixels kept free for the frame that a desktop draws around a window.
_FRAME = QSize(24, 64)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the screen until somebody who may ends it."""
    wish = _wishes(arguments)
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    # Compiled QML would be a file, and say which screens a visitor opened
    os.environ["QML_DISABLE_DISK_CACHE"] = "1"
    try:
        chosen = settings.load(wish.settings)
    except KnownError as error:
        print(error, file=sys.stderr)
        return OUTSIDE
    ending.at_once()
    app = QGuiApplication([sys.argv[0]])
    app.setApplicationName("Wegwijs")  # what a screen reader calls it
    ending.on_mistakes(app, OURS)
    display = Display(chosen.languages, wish.locale, wish.scale, wish.theme)
    free = wish.window or not chosen.fullscreen
    engine = open_window(display, free=free)
    if not engine.rootObjects():
        return OURS
    if free:
        _fit(engine)
    start_when_seen(engine, chosen, display, app)
    code = app.exec()
    del engine  # before the objects that its QML reads
    return code


def open_window(display: Display, *, free: bool) -> QQmlApplicationEngine:
    """The window with Start in it; without root objects when our QML is broken."""
    _add_fonts()
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(paths.UI))
    pictures.provide(engine)
    display.translated.connect(engine.retranslate)
    engine.setInitialProperties({"free": free, "display": display})
    engine.loadFromModule("Kiosk.App", "Main")
    return engine


def furnish(engine: QQmlApplicationEngine, chosen: Settings, display: Display, link: Link) -> Backend:
    """Every view-model, with what it needs, handed to the window that is open."""
    from kiosk.catalogue.viewmodel import Catalogue
    from kiosk.events.viewmodel import Events
    from kiosk.guided.viewmodel import Guided
    from kiosk.lessons.viewmodel import Lessons
    from kiosk.screen.backend import Backend
    from kiosk.screen.turn import Turn
    from kiosk.staff.viewmodel import Staff
    from kiosk.store.replica import Replica
    from kiosk.workspaces.viewmodel import Workspaces

    replica = Replica(chosen.replica, chosen.facts)
    backend = Backend(
        turn=Turn(link, chosen.idle),
        display=display,
        catalogue=Catalogue(replica, link, chosen.index, chosen.covers),
        lessons=Lessons(replica, link),
        workspaces=Workspaces(replica, link),
        events=Events(replica, link),
        guided=Guided(replica, link),
        staff=Staff(replica, link, chosen.staff.pin),
    )
    backend.refresh_start()
    for window in engine.rootObjects():
        backend.watch(window)
        window.setProperty("backend", backend)
    return backend


def _wishes(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser("wegwijs", description="The screen of a public computer in the library.")
    parser.add_argument("--settings", type=Path, default=settings.DEFAULT, metavar="FILE")
    parser.add_argument("--window", action="store_true", help="in a window that can be closed")
    parser.add_argument("--locale", default="", help="begin in this language (nl, en, ar)")
    parser.add_argument("--scale", type=float, default=1.0, choices=SCALES, help="begin with letters this much larger")
    parser.add_argument("--theme", default="light", choices=["light", "high"], help="begin in high contrast")
    return parser.parse_args(arguments)


def _fit(engine: QQmlApplicationEngine) -> None:
    """All of a window is on the screen, with its frame and beside the bars of the desktop."""
    for window in engine.rootObjects():
        assert isinstance(window, QQuickWindow)
        window.resize(window.size().boundedTo(window.screen().availableSize() - _FRAME))


def _add_fonts() -> None:
    for file in sorted((paths.RESOURCES / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    latin, cyrillic, arabic = "Atkinson Hyperlegible Next", "Noto Sans", "Noto Sans Arabic"
    QFont.insertSubstitutions(latin, [cyrillic, arabic])
    QFont.insertSubstitutions(arabic, [latin, cyrillic])


def start_when_seen(engine: QQmlApplicationEngine, chosen: Settings, display: Display, app: QGuiApplication) -> None:
    """All that may wait until people see something."""
    when_painted(_window(engine), lambda: _begin(engine, chosen, display, app))


def _window(engine: QQmlApplicationEngine) -> QQuickWindow:
    (window,) = engine.rootObjects()
    assert isinstance(window, QQuickWindow)
    return window


def when_painted(window: QQuickWindow, do: Callable[[], None]) -> None:
    """After the next frame."""

    def painted() -> None:
        window.frameSwapped.disconnect(painted)
        QTimer.singleShot(0, do)

    window.frameSwapped.connect(painted)


def _begin(engine: QQmlApplicationEngine, chosen: Settings, display: Display, app: QGuiApplication) -> None:
    gc.freeze()
    from kiosk.screen.link import Link

    link = Link(chosen.link, engine)
    backend = furnish(engine, chosen, display, link)
    backend.setParent(engine)
    backend.left.connect(lambda: app.exit(0))  # app.quit() would ask the window, which refuses to close
    ending.on_mistakes(app, OURS, backend.tell, link.ended)
    ending.on_signals(app)
    app.aboutToQuit.connect(link.close)
    # The library's facts are seen before anything is asked of the agent or read for the other screens
    when_painted(_window(engine), lambda: live(backend, link))


def live(backend: Backend, link: Link) -> None:
    """From now on the agent is heard, and the clock goes on."""
    collect_here(backend)
    link.open()
    QTimer.singleShot(0, backend.refresh)
    _every(ALIVE_EVERY, link.alive, backend)
    _every(LOOK_EVERY, backend.refresh, backend)


def collect_here(owner: QObject) -> None:
    """Let this thread throw rubbish away, and no other: Python would do so in the thread that happens to ask for
    memory, be it the one that searches or hears the agent, and an object of Qt may only end in its own."""
    gc.disable()
    _every(LOOK_EVERY, gc.collect, owner)


def _every(milliseconds: int, do: Callable[[], object], owner: QObject) -> None:
    timer = QTimer(owner, interval=milliseconds)
    timer.timeout.connect(do)
    timer.start()


if __name__ == "__main__":
    sys.exit(main())
