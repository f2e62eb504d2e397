"""Somebody at the real screen, for tours and visits: opens screens, types, waits, takes pictures.

Nothing here sleeps for longer than it must: it turns Qt's loop until something is so, and says so when it never is.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import Q_ARG, QEvent, QEventLoop, QMetaObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.errors import KnownError
from kiosk.screen.backend import Backend
from kiosk.screen.inspect import Finding, findings
from kiosk.screen.link import Link
from kiosk.screen.recordlist import Row
from kiosk.screen.seen import Seen, look


class Missing(KnownError):
    """What should have come to the screen did not."""


@dataclass(frozen=True)
class Wish:
    """How somebody wants to see the screen, and where pictures go. `state`: the folder in which a house is made."""

    out: Path
    state: Path = Path("build/tour-state")
    locale: str = "nl"
    scale: float = 1.0
    theme: Literal["light", "high"] = "light"
    size: tuple[int, int] = (1920, 1080)


@dataclass
class Album:
    """The pictures, numbered in `folder`, and what was found about each. `said` are Qt's own warnings, until told.

    Pictures of an earlier tour in that folder go.
    """

    folder: Path
    pictures: list[Path] = field(default_factory=list)
    found: list[tuple[str, Finding]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        for old in self.folder.glob("[0-9][0-9]-*.png"):
            old.unlink()

    def keep(self, name: str, seen: Seen) -> None:
        """Keep this picture, and look at it."""
        path = self.folder / f"{len(self.pictures) + 1:02}-{name}.png"
        seen.image.save(str(path))
        self.pictures.append(path)
        warned = [Finding("said", text, "is a warning of Qt") for text in dict.fromkeys(self.said)]
        self.said.clear()
        self.found += [(path.stem, finding) for finding in (*warned, *findings(seen))]


class Visitor:
    """`link` is the one of the backend: whether the kiosk is online is known there."""

    def __init__(self, engine: QQmlApplicationEngine, backend: Backend, link: Link, wish: Wish, album: Album) -> None:
        self._engine, self._backend, self.link, self._album = engine, backend, link, album
        (window,) = engine.rootObjects()
        assert isinstance(window, QQuickWindow)
        self.window = window
        window.resize(*wish.size)
        self.area("display").setProperty("motion", False)
        self.rest()

    def area(self, name: str) -> Any:
        """A part of the backend ("turn", "lessons" …)."""
        return getattr(self._backend, name)

    def get(self, area: str, name: str) -> Any:
        """A property of it, as QML reads it."""
        return getattr(self.area(area), name)

    def rows(self, area: str, name: str) -> list[Row]:
        """The rows of one of its lists."""
        return list(self.get(area, name).rows())

    def come(self) -> None:
        """Begin a Turn; nothing moves, so that pictures are still."""
        self.area("display").setProperty("motion", False)
        self.area("turn").begin()
        self.rest()

    def open(self, screen: str, **needs: str) -> None:
        """Go to that screen of App/Screens.qml."""
        self._call("open", screen, needs)

    def back(self) -> None:
        """To the screen before."""
        self._call("back")

    def home(self) -> None:
        """To the four doors."""
        if self.get("turn", "active"):
            self._call("home")

    def settings(self, part: str) -> None:
        """Open the sheet with language ("language") or display ("display")."""
        self._call("settings", part)

    def type(self, text: str) -> None:
        """On the keyboard, to whatever has the focus."""
        for letter in text:
            self.press(Qt.Key.Key_unknown, letter)
        self.rest()

    def press(self, key: Qt.Key, text: str = "", held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, down and up."""
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QGuiApplication.sendEvent(self.window, QKeyEvent(kind, key, held, text))
        self.rest()

    def rest(self, seconds: float = 0.15) -> None:
        """Let bindings, loaders and the window come to rest."""
        loop = QEventLoop()
        QTimer.singleShot(int(seconds * 1000), loop.quit)
        loop.exec()

    def wait(self, what: str, so: Callable[[], bool], seconds: float = 20) -> None:
        """Until it is so; `Missing` with that name when it never is."""
        until = time.monotonic() + seconds
        while not so():
            if time.monotonic() > until:
                raise Missing(f"{what} did not come within {seconds:g} seconds")
            self.rest(0.05)
        self.rest()

    def stop(self, here: Callable[[Visitor], None]) -> None:
        """Do what is done at this stop; what does not come is found, and the walk goes on from Home."""
        try:
            here(self)
        except Missing as error:
            where = getattr(here, "func", here).__name__.strip("_")
            self._album.found.append((where, Finding("missing", str(error), "")))
            self.home()

    def picture(self, name: str) -> None:
        """Keep what is on the screen now."""
        self.rest()
        self._album.keep(name, look(self.window))

    def leave(self) -> None:
        """Away from the screen: the engine goes before what its QML reads."""
        self.link.close()
        self.window.hide()
        self._engine.deleteLater()
        self.rest(0.05)

    def _kind(self, kind: str) -> QQuickItem:
        items = [self.window.contentItem()]
        while items:
            item = items.pop()
            if item.metaObject().className().split("_QML")[0] == kind:
                return item
            items += item.childItems()
        raise Missing(f"There is no {kind} on the screen")

    def _call(self, function: str, *given: Any) -> None:
        """Call a function of Screens.qml from Qt's own loop: only there is the interpreter free for the thread that
        loads QML, which asks it about our types."""
        arguments = [Q_ARG("QString" if isinstance(one, str) else "QVariant", one) for one in given]
        queued = Qt.ConnectionType.QueuedConnection
        if not QMetaObject.invokeMethod(self._kind("Screens"), function, queued, *arguments):
            raise Missing(f"Screens.qml has no function {function}")
        self.rest()
