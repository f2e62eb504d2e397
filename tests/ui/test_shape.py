"""What QML has looked at keeps its shape.

PySide6 adds a method that is connected without being a `@Slot` to the meta-object of that one thing, while it runs.
QML then goes on with what it remembered of the old one, and may find another method, or none, in its place.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from tests.ui.conftest import House


def grown(thing: QObject) -> list[str]:
    """The methods that this thing has and its class has not."""
    now, class_ = thing.metaObject(), type(thing).staticMetaObject
    added = [now.method(place) for place in range(class_.methodCount(), now.methodCount())]
    return [f"{type(thing).__name__}.{method.methodSignature().data().decode()}" for method in added]


def test_whatever_is_connected_is_a_slot(house: House) -> None:
    for screen in ("lessons", "search", "desks", "events", "help"):
        house.begin(screen) if not house.backend.turn.active else house.go(screen)
    backend = house.backend
    parts = [backend, backend.turn, backend.display, *backend.areas()]
    ours = [*parts, *(child for part in parts for child in part.findChildren(QObject))]
    assert [name for thing in ours if type(thing).__module__.startswith("kiosk.") for name in grown(thing)] == []
