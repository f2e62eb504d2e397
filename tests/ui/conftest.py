"""The real screen on the made-up library (tests/library.py), with an agent that says what a test tells it to say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest
import shiboken6
from PySide6.QtCore import Q_ARG, QMetaObject, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.screen import app
from kiosk.screen.backend import Backend
from kiosk.screen.display import Display
from kiosk.screen.link import Link
from kiosk.settings import Idle, Settings
from kiosk.wire import Record
from tests import library


class DeafLink(Link):
    """A link without a socket: what the screen says is kept in `said_to_agent`, and tests emit what the agent says."""

    def __init__(self) -> None:
        super().__init__("nowhere")
        self.said_to_agent: list[msgspec.Struct] = []

    def open(self) -> None:
        self.up = True
        self.upChanged.emit()

    def _say(self, message: msgspec.Struct) -> None:
        self.said_to_agent.append(message)


class House:
    """Somebody at the screen: finds things by what is written on them, presses, types, and looks."""

    def __init__(self, qtbot: QtBot, engine: QQmlApplicationEngine, backend: Backend, link: DeafLink) -> None:
        self.qtbot, self.engine, self.backend, self.link = qtbot, engine, backend, link
        (window,) = engine.rootObjects()
        assert isinstance(window, QQuickWindow)
        self.window = window

    # Looking

    def items(self, under: QQuickItem | None = None) -> Iterator[QQuickItem]:
        """Everything that can be seen, in reading order of the code; delegates too, which findChild does not see."""
        for child in (under or self.window.contentItem()).childItems():
            if child.isVisible() and child.opacity() > 0:
                yield child
                yield from self.items(child)

    def texts(self) -> list[str]:
        """Every text that is on the screen."""
        return [
            item.property("text")
            for item in self.items()
            if item.inherits("QQuickText") and item.property("text") and item.width() > 0
        ]

    def find(self, text: str, kind: str = "") -> QQuickItem:
        """The thing of that kind ("Press", "Choice") that says this; without a kind, whatever can be pressed."""
        found = [item for item in self.items() if self.says(item) == text and kind in item.metaObject().className()]
        assert found, f"no {kind or 'thing to press'} says {text!r}: {[t for t in map(self.says, self.items()) if t]}"
        return found[0]

    @staticmethod
    def says(item: QQuickItem) -> str:
        """What a thing that can be pressed says, or ""."""
        says = item.property("says")
        return says if isinstance(says, str) and item.property("held") is not None else ""

    @staticmethod
    def kind(item: QQuickItem) -> str:
        """The name of an item's QML type."""
        return item.metaObject().className().partition("_QMLTYPE")[0].partition("_QML_")[0]

    @property
    def focus(self) -> str:
        """What the thing with the focus says; the label of a line to type on; else its kind."""
        item = self.window.activeFocusItem()
        spoken = QAccessible.queryAccessibleInterface(item) if item else None
        if item is None or spoken is None:
            return ""
        labels = (
            [label for label, kind in spoken.relations() if kind == QAccessible.RelationFlag.Label] if spoken else []
        )
        names = [one.text(QAccessible.Text.Name) for one in (spoken, *labels) if one]
        return self.says(item) or "".join(names) or self.kind(item)

    def screen(self) -> QQuickItem:
        """The visitor's screen that is shown."""
        return next(item for item in self.items() if item.property("handlesBack") is not None and item.isEnabled())

    def screens(self) -> QQuickItem:
        """App/Screens.qml, when somebody is here."""
        return next(item for item in self.items() if self.kind(item) == "Screens")

    # Doing

    def begin(self, name: str = "home", needs: dict[str, Any] | None = None) -> None:
        """A Turn begins, at that screen."""
        self.backend.turn.begin()
        self.wait(lambda: any(self.kind(item) == "Screens" for item in self.items()))
        self.rest()
        if name != "home":
            self.go(name, needs)

    def go(self, name: str, needs: dict[str, Any] | None = None) -> None:
        """To another screen, as if its door had been pressed."""
        arguments = Q_ARG(str, name), Q_ARG("QVariant", needs or {})
        QMetaObject.invokeMethod(self.screens(), "open", *arguments)
        self.rest()

    def click(self, what: str | QQuickItem, kind: str = "") -> None:
        """With the mouse, in its middle."""
        item = self.find(what, kind) if isinstance(what, str) else what
        middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
        self.rest()

    def key(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """On the keyboard, one after the other."""
        for key in keys:
            QTest.keyClick(self.window, key, modifiers)
        self.rest()

    def type(self, text: str) -> None:
        """Letter by letter, into what has the focus."""
        for letter in text:
            QTest.keyClick(self.window, letter)
        self.rest()

    def tab_round(self, most: int = 60) -> list[str]:
        """Where Tab leads, once around, beginning with where the focus is or where Tab takes it."""
        if not self.window.activeFocusItem() or not self.window.activeFocusItem().property("activeFocusOnTab"):
            self.key(Qt.Key.Key_Tab)
        first, seen = self.window.activeFocusItem(), [self.focus]
        for _ in range(most):
            self.key(Qt.Key.Key_Tab)
            if self.window.activeFocusItem() is first:
                return seen
            seen.append(self.focus)
        raise AssertionError(f"Tab never comes round: {seen}")

    def reach(self, says: str, most: int = 60) -> None:
        """With Tab, until this has the focus."""
        for _ in range(most):
            if self.focus == says:
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reaches {says!r}")

    def resize(self, width: int, height: int) -> None:
        """A screen of another size."""
        self.window.resize(width, height)
        self.wait(lambda: (self.window.width(), self.window.height()) == (width, height))
        self.rest()

    def wait(self, so: Callable[[], object], timeout: int = 15_000) -> None:
        """Until it is so."""
        self.qtbot.waitUntil(lambda: bool(so()), timeout=timeout)

    def rest(self) -> None:
        """Until nothing fades any more and everything has its place."""
        for _ in range(2):
            self.qtbot.wait(1)
            QGuiApplication.processEvents()
            self.window.grabWindow()

    def picture(self, path: Path) -> None:
        """What is on the screen, as PNG."""
        self.rest()
        self.window.grabWindow().save(str(path))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Three languages and short patience; a test may replace it."""
    return Settings(
        state=tmp_path, languages=["nl", "en", "ar"], fullscreen=False, idle=Idle(anywhere=90, reading=300, countdown=2)
    )


@pytest.fixture
def records() -> Sequence[Record]:
    """What the kiosk knows; a test may replace it."""
    return library.library()


@pytest.fixture
def free() -> bool:
    """Whether anybody may close the window."""
    return False


@pytest.fixture
def house(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, settings: Settings, records: Sequence[Record], free: bool
) -> Iterator[House]:
    """The screen as it stands at 14.07 in Laak, on Start."""
    library.set_clock(monkeypatch)
    library.write(settings.state, records)
    link, display = DeafLink(), Display(settings.languages)
    display.motion = False
    engine = app.open_window(display, free=free)
    assert engine.rootObjects(), "Main.qml is broken"
    backend = app.furnish(engine, settings, display, link)
    link.open()
    house = House(qtbot, engine, backend, link)
    house.window.setVisibility(QQuickWindow.Visibility.Windowed)
    house.resize(1920, 1080)
    house.window.requestActivate()
    house.wait(lambda: house.window.isExposed() and house.window.isActive())
    house.rest()
    yield house
    display.reset()
    shiboken6.delete(engine)  # before the objects that its QML reads
