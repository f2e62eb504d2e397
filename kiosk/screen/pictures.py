"""Icons and drawings for QML, drawn from SVG at the size asked for, in the colours asked for.

    image://icon/<name>/<rrggbb or aarrggbb>/<stroke>
    image://drawing/<name>            image://drawing/<name>/high

An unknown name gives an empty picture, about which QML warns with its address; a test turns warnings into failures.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODeviceBase, QSize
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuick import QQuickImageProvider

from kiosk.paths import RESOURCES

_BLACK, _WHITE = "#000000", "#FFFFFF"
_GREEN, _BLUE, _CLAY, _PLUM, _SUN = "#7CF5B3", "#8CC8FF", "#FFB38A", "#F2A6EC", "#FFE14D"

#: What each colour of a drawing becomes in high contrast: lines light up, grounds turn black.
PARTNERS = {
    **dict.fromkeys(["#1B2420", "#B08A57", "#B5A78C", "#C9BDA6", "#D9D2C3", "#C9CDB4"], _WHITE),
    **dict.fromkeys(["#FFFFFF", "#FAF6EE", "#DDEBE1", "#DCE8F2", "#F6E3D8", "#EFE1EE", "#E9EFE3", "#EEF0E2"], _BLACK),
    **dict.fromkeys(["#9CC0DE", "#D9B8D6", "#C98E66", "#F3D9C6", "#F7E4D4", "#BFDCCB", "#FBE9B0"], _BLACK),
    **dict.fromkeys(["#1E6B45", "#A9CBB7"], _GREEN),
    **dict.fromkeys(["#1F5A8C", "#BCD0DF"], _BLUE),
    **dict.fromkeys(["#9A4521", "#C4552B", "#D9A68B", "#E2B79F"], _CLAY),
    "#70346B": _PLUM,
    **dict.fromkeys(["#F2C230", "#7A5B00"], _SUN),
    # What must keep its colour to be recognised, and what stands far away
    "#6FA3CF": "#2F6FA8",
    "#DB8F72": "#A65430",
    "#F0CB58": "#8A7400",
    "#B583B0": "#82407C",
    "#E4DCCB": "#767676",
}

_COLOUR = re.compile("#[0-9A-Fa-f]{6}")


@lru_cache(maxsize=256)
def _source(folder: str, name: str) -> str:
    return (RESOURCES / folder / f"{name}.svg").read_text(encoding="utf-8")


def icon_svg(name: str, colour: str, stroke: str) -> str:
    """That icon with its lines in `colour` ("1E6B45"), `stroke` wide (of the 24 that it is wide itself)."""
    text = _source("icons", name).replace("currentColor", f"#{colour[-6:]}")
    return text.replace('stroke-width="2"', f'stroke-width="{float(stroke)}"')


def drawing_svg(name: str, high: bool) -> str:
    """That drawing, or its twin in high contrast. A colour without a partner is a mistake of ours: `KeyError`."""
    text = _source("drawings", name)
    return _COLOUR.sub(lambda found: PARTNERS[found[0].upper()], text) if high else text


def _drawn(svg: str, wanted: QSize) -> QImage:
    # Through the image plugin: QSvgRenderer would pull in the whole namespace Qt, 17 ms of the start
    buffer = QBuffer()
    buffer.setData(svg.encode())
    buffer.open(QIODeviceBase.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, b"svg")
    if wanted.width() > 0 and wanted.height() > 0:
        reader.setScaledSize(_within(reader.size(), wanted))
    return reader.read()


def _within(size: QSize, room: QSize) -> QSize:
    factor = min(room.width() / size.width(), room.height() / size.height())
    return QSize(max(1, round(size.width() * factor)), max(1, round(size.height() * factor)))


class Icons(QQuickImageProvider):
    """Lucide icons (ISC licence)."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        name, colour, stroke = id.split("/")
        try:
            return _drawn(icon_svg(name, colour, stroke), requestedSize)
        except FileNotFoundError:
            return QImage()


class Drawings(QQuickImageProvider):
    """Our own drawings. What is not drawn by lines (the shadow of a card) lies beside them as PNG."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        name, _, high = id.partition("/")
        ready: Path = RESOURCES / "drawings" / f"{name}.png"
        if ready.exists():
            return QImage(str(ready))
        try:
            return _drawn(drawing_svg(name, bool(high)), requestedSize)
        except FileNotFoundError:
            return QImage()


def provide(engine: QQmlEngine) -> None:
    """Let this engine's QML ask for our pictures."""
    engine.addImageProvider("icon", Icons())
    engine.addImageProvider("drawing", Drawings())
