"""What is on a window right now, as plain values: where each word and each control is, and what lies over what.

Why apart from `inspect`: only this file knows Qt's tree of items; the rules can be read, and tried, without it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, cast

import shiboken6
from PySide6.QtCore import QObject, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage
from PySide6.QtQml import QQmlContext, QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickWindow

Colour = tuple[int, int, int]

#: Drawings with letters in them: what they say stands beside them as text.
DRAWN = {"Cover"}

#: What somebody can press, choose or type in.
ROLES = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.Link,
    QAccessible.Role.ListItem,
    QAccessible.Role.MenuItem,
    QAccessible.Role.PageTab,
    QAccessible.Role.RadioButton,
    QAccessible.Role.Slider,
    QAccessible.Role.SpinBox,
}


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels of the window."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def meet(self, other: Box) -> Box:
        """What both share; nothing has no width or no height."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Box(x, y, max(0, min(self.right, other.right) - x), max(0, min(self.bottom, other.bottom) - y))

    def holds(self, other: Box, slack: float = 1) -> bool:
        """Whether the other lies inside, give or take `slack` pixels."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def gap(self, other: Box) -> float:
        """The distance between the nearest two points; 0 when they touch or overlap."""
        across = max(0, self.x - other.right, other.x - self.right)
        down = max(0, self.y - other.bottom, other.y - self.bottom)
        return math.hypot(across, down)

    def __bool__(self) -> bool:
        return self.width > 0 and self.height > 0

    def __str__(self) -> str:
        return f"{self.width:.0f}×{self.height:.0f} at {self.x:.0f},{self.y:.0f}"


@dataclass(frozen=True)
class View:
    """The part of the window that an item is drawn in. In a direction in which it scrolls, being cut is no fault."""

    box: Box
    across: bool = False
    down: bool = False

    def cuts(self, box: Box, slack: float = 1) -> bool:
        """Whether some of the box cannot be seen, and cannot be scrolled to."""
        return (not self.across and (box.x < self.box.x - slack or box.right > self.box.right + slack)) or (
            not self.down and (box.y < self.box.y - slack or box.bottom > self.box.bottom + slack)
        )


@dataclass(frozen=True)
class Wording:
    """A text: `painted` is where its letters are, `box` the item, `order` its place in the order of painting."""

    text: str
    painted: Box
    box: Box
    view: View
    order: int
    truncated: bool
    size: float
    bold: bool
    colour: Colour
    typed: bool
    drawn: bool


@dataclass(frozen=True)
class Target:
    """Something to press, choose or type in. `within`: the targets and groups it lies in, nearest first."""

    name: str
    kind: str
    box: Box
    view: View
    order: int
    parent: int
    within: tuple[int, ...]
    id: int


@dataclass
class Seen:
    """A window: what is on it, in the order of painting, and its picture."""

    window: Box
    image: QImage
    wordings: list[Wording] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    covers: list[tuple[int, Box]] = field(default_factory=list)

    @property
    def unit(self) -> float:
        """How much larger than the 1920 × 1080 of look.md everything is drawn."""
        long, short = sorted((self.window.width, self.window.height), reverse=True)
        return max(1.0, min(long / 1920, short / 1080))

    def colours(self, box: Box) -> Counter[Colour]:
        """How many pixels of each colour the picture has there."""
        area = QRect(int(box.x), int(box.y), max(1, int(box.width)), max(1, int(box.height)))
        crop = self.image.copy(area.intersected(self.image.rect())).convertToFormat(QImage.Format.Format_RGB32)
        counted = Counter(memoryview(crop.constBits()).cast("B").cast("I"))  # type: ignore[arg-type]
        return Counter({((p >> 16) & 255, (p >> 8) & 255, p & 255): n for p, n in counted.items()})


@dataclass(frozen=True)
class _Place:
    """What an item has from those above it."""

    view: View
    opacity: float = 1.0
    within: tuple[int, ...] = ()
    drawn: bool = False


def look(window: QQuickWindow) -> Seen:
    """What is on this window now. Bindings and animations must have come to rest."""
    QAccessible.setActive(True)
    whole = Box(0, 0, window.width(), window.height())
    seen = Seen(whole, window.grabWindow())
    root = window.contentItem()
    for order, (item, place) in enumerate(_painted(root, _Place(View(whole)))):
        _note(seen, order, item, place)
    return seen


def _painted(item: QQuickItem, place: _Place) -> Iterator[tuple[QQuickItem, _Place]]:
    """Every visible item, in the order in which they are drawn."""
    if not item.isVisible():
        return
    place = replace(place, opacity=place.opacity * item.opacity())
    if place.opacity < 0.05:
        return
    inside = _inside(item, place)
    children = sorted(item.childItems(), key=lambda child: child.z())
    for child in (child for child in children if child.z() < 0):
        yield from _painted(child, inside)
    yield item, place
    for child in (child for child in children if child.z() >= 0):
        yield from _painted(child, inside)


def _inside(item: QQuickItem, place: _Place) -> _Place:
    """What the children of this item have from it."""
    view = place.view
    if item.clip():
        view = View(view.box.meet(_box(item)), view.across, view.down)
    if _is(item, "QQuickFlickable"):
        longer = item.property("contentHeight") > item.height() + 1, item.property("contentWidth") > item.width() + 1
        view = View(view.box, view.across or longer[1], view.down or longer[0])
    within = (_same(item), *place.within) if _is_target(item) else place.within
    return replace(place, view=view, within=within, drawn=place.drawn or _kind(item) in DRAWN)


def _note(seen: Seen, order: int, item: QQuickItem, place: _Place) -> None:
    if _hides(item, place):
        seen.covers.append((order, _box(item).meet(place.view.box)))
    if _is(item, "QQuickText"):
        wording = _wording(item, place, order)
        if wording.text.strip():
            seen.wordings.append(wording)
    elif _is(item, "QQuickTextInput", "QQuickTextEdit") and item.property("text"):
        seen.wordings.append(_typed(item, place, order))
    if _is_target(item):
        seen.targets.append(_target(item, place, order))


def _hides(item: QQuickItem, place: _Place) -> bool:
    """Whether what is painted before this, in its place, cannot be seen any more. A gradient fades what is under it."""
    if not _is(item, "QQuickRectangle") or item.rotation() or not item.property("gradient").isUndefined():
        return False
    return bool(item.property("color").alphaF() * place.opacity >= 0.5)


def _wording(item: QQuickItem, place: _Place, order: int) -> Wording:
    across, down = _of(item, "[effectiveHorizontalAlignment, verticalAlignment]")
    wide, high = item.property("contentWidth"), item.property("contentHeight")
    # Qt::AlignRight 2, AlignHCenter 4, AlignBottom 64, AlignVCenter 128 (Qt 6, enum Qt::AlignmentFlag)
    x = {2: item.width() - wide, 4: (item.width() - wide) / 2}.get(int(across), 0)
    y = {64: item.height() - high, 128: (item.height() - high) / 2}.get(int(down), 0)
    painted = item.mapRectToScene(QRectF(x, y, wide, high))
    return Wording(
        text=item.property("text"),
        painted=Box(painted.x(), painted.y(), painted.width(), painted.height()),
        box=_box(item),
        view=place.view,
        order=order,
        truncated=bool(item.property("truncated")),
        size=item.property("font").pixelSize(),
        bold=item.property("font").bold(),
        colour=_rgb(item.property("color")),
        typed=False,
        drawn=place.drawn,
    )


def _typed(item: QQuickItem, place: _Place, order: int) -> Wording:
    box, high = _box(item), item.property("contentHeight")
    painted = Box(box.x, box.y + max(0, box.height - high) / 2, box.width, min(high, box.height))
    colour, font = _rgb(item.property("color")), item.property("font")
    return Wording(
        text=item.property("text"),
        painted=painted,
        box=box,
        view=place.view,
        order=order,
        truncated=False,
        size=font.pixelSize(),
        bold=font.bold(),
        colour=colour,
        typed=True,
        drawn=place.drawn,
    )


def _target(item: QQuickItem, place: _Place, order: int) -> Target:
    name = _name(QAccessible.queryAccessibleInterface(item))
    parent = _same(item.parentItem())
    return Target(name, _kind(item), _box(item), place.view, order, parent, place.within, _same(item))


def _name(spoken: QAccessibleInterface | None) -> str:
    """What a screen reader calls it: its own name or that of its label (Qt withholds the name of a password)."""
    if spoken is None:
        return ""
    labels = [other for other, kind in spoken.relations() if kind == QAccessible.RelationFlag.Label]
    names = [one.text(QAccessible.Text.Name) for one in (spoken, *labels)]
    return next(filter(None, names), "")


def _is_target(item: QQuickItem) -> bool:
    role = _role(item)
    # A row of a list may be there to be read only
    return role in ROLES and item.isEnabled() and (role != QAccessible.Role.ListItem or item.activeFocusOnTab())


def _box(item: QQuickItem) -> Box:
    rect = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
    return Box(rect.x(), rect.y(), rect.width(), rect.height())


def _role(item: QQuickItem) -> QAccessible.Role:
    spoken = QAccessible.queryAccessibleInterface(item)
    return spoken.role() if spoken and spoken.isValid() else QAccessible.Role.NoRole


def _is(item: QObject, *names: str) -> bool:
    kind = item.metaObject()
    while kind is not None:
        if kind.className() in names:
            return True
        kind = kind.superClass()
    return False


def _kind(item: QObject) -> str:
    """The name of its QML type."""
    return item.metaObject().className().split("_QML")[0]


def _same(item: QObject | None) -> int:
    """What stays the same for one item; Python's own `id` is of a wrapper that comes and goes."""
    return int(shiboken6.getCppPointer(item)[0]) if item else 0


def _rgb(colour: QColor) -> Colour:
    return colour.red(), colour.green(), colour.blue()


def _of(item: QQuickItem, expression: str) -> list[Any]:
    """What QML says this is for that item: PySide6 cannot read properties of an enumeration of Quick's own."""
    value: Any = QQmlExpression(cast(QQmlContext, qmlContext(item)), item, expression).evaluate()
    value = value[0] if isinstance(value, tuple) else value
    return list(value.toVariant() if hasattr(value, "toVariant") else value)
