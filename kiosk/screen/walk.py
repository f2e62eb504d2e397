"""The two walks: a tour on a house of its own, and a visit to a kiosk that runs. Both sit down at the real app."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from kiosk import settings
from kiosk.demo.house import opened
from kiosk.screen import app, itinerary
from kiosk.screen.display import Display
from kiosk.screen.link import Link
from kiosk.screen.visitor import Album, Missing, Visitor, Wish
from kiosk.settings import Settings


def tour(wish: Wish) -> Album:
    """Every screen in every state."""
    album = Album(wish.out)
    application = _application(album)
    with opened(wish.state) as house, _seated(house.settings, wish, album) as visitor:
        itinerary.everything(visitor, house)
    with _seated(Settings(state=wish.state / "new"), wish, album) as first:
        itinerary.newly_placed(first)
    application.processEvents()
    return album


def visit(wish: Wish, file: Path) -> Album:
    """A short visit on a kiosk that runs."""
    album = Album(wish.out)
    application = _application(album)
    with _seated(settings.load(file), wish, album) as visitor:
        itinerary.visit(visitor)
    application.processEvents()
    return album


def _application(album: Album) -> QGuiApplication:
    def heard(kind: QtMsgType, _: QMessageLogContext, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and kind != QtMsgType.QtInfoMsg:
            album.said.append(text)

    def broken(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        album.said.append(repr(error))
        sys.__excepthook__(kind, error, trace)

    qInstallMessageHandler(heard)
    sys.excepthook = broken
    return QGuiApplication(sys.argv[:1])


@contextmanager
def _seated(chosen: Settings, wish: Wish, album: Album) -> Iterator[Visitor]:
    """Somebody before the real app, which is put together as always."""
    link, display = Link(chosen.link), Display(chosen.languages, wish.locale, wish.scale, wish.theme)
    engine = app.open_window(display, free=True)
    if not engine.rootObjects():
        raise Missing(f"The screen does not start: {' '.join(album.said)}", "ui/Kiosk/App/Main.qml")
    backend = app.furnish(engine, chosen, display, link)
    app.live(backend, link)
    visitor = Visitor(engine, backend, link, wish, album)
    try:
        yield visitor
    finally:
        visitor.leave()
