"""Parts that every area builds with, each alone in a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.screen import pictures

HEAD = b"import QtQuick\nimport QtQuick.Layouts\nimport Kiosk.Look\nimport Kiosk.Parts\n"

Show = Callable[[str], QQuickWindow]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """A window of 400 by 300 with that in it."""
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(paths.UI))
    pictures.provide(engine)

    def shown(inside: str) -> QQuickWindow:
        text = f"Window {{ id: window; width: 400; height: 300; visible: true; property var out: []; {inside} }}"
        engine.loadData(HEAD + text.encode())
        (window,) = engine.rootObjects()
        assert isinstance(window, QQuickWindow)
        window.requestActivate()
        qtbot.waitUntil(window.isActive)
        return window

    yield shown
    shiboken6.delete(engine)


def out(window: QQuickWindow) -> list[object]:
    value = window.property("out")
    return value.toVariant() if hasattr(value, "toVariant") else value


def press(window: QQuickWindow, *names: str) -> None:
    for name in names:
        QTest.keyClick(window, getattr(Qt.Key, f"Key_{name}"))


@pytest.mark.parametrize("key", ["Return", "Enter", "Space"])
def test_a_button_is_pressed_by_every_usual_key(show: Show, key: str) -> None:
    window = show("Press { text: 'Neem'; focus: true; onPressed: window.out = [...window.out, 1] }")
    press(window, key)
    assert out(window) == [1]


def test_a_button_that_is_off_does_nothing(show: Show) -> None:
    window = show("Press { text: 'Neem'; off: true; focus: true; onPressed: window.out = [...window.out, 1] }")
    press(window, "Return")
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(30, 30))
    assert out(window) == []


def test_words_too_long_for_a_button_take_two_lines(show: Show) -> None:
    window = show("Press { text: 'Ik heb geen hulp meer nodig'; width: 200 }")
    window.grabWindow()
    assert window.contentItem().childItems()[0].height() > 72


def test_scroll_brings_the_focus_into_sight(show: Show, qtbot: QtBot) -> None:
    window = show(
        "Scroll { id: s; anchors.fill: parent; Column { Repeater { model: 20;"
        " Press { required property int index; text: index; focus: index === 0 } } } }"
    )
    scroll = window.contentItem().childItems()[0]
    window.grabWindow()
    press(window, *["Tab"] * 12)
    qtbot.waitUntil(lambda: window.property("activeFocusItem").property("text") == "12")
    qtbot.waitUntil(lambda: scroll.property("contentY") > 0)
    top = scroll.property("contentY")
    press(window, "End")
    assert scroll.property("contentY") > top
    press(window, "Home")
    assert scroll.property("contentY") == 0


def test_arrows_go_along_segments(show: Show) -> None:
    window = show(
        "Segments { id: s; chosen: 'a'; onChose: key => { chosen = key; window.out = [...window.out, key] }"
        " options: [{key: 'a', text: 'A'}, {key: 'b', text: 'B'}] }"
    )
    press(window, "Tab", "Right", "Right", "Left")
    assert out(window) == ["b", "a"]


def test_a_line_says_what_was_typed_and_can_be_emptied(show: Show, qtbot: QtBot) -> None:
    window = show(
        "Field { id: f; label: 'Zoek'; width: 380; focus: true; onEdited: window.out = [...window.out, text] }"
    )
    press(window, "A", "B")
    assert out(window) == ["a", "ab"]
    press(window, "Tab", "Return")
    assert out(window) == ["a", "ab", ""]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("Say.time(new Date(2026, 10, 18, 14, 7))", "14.07"),
        ("Say.time(new Date(NaN))", ""),
        ("Say.hour(new Date(2026, 10, 18, 14, 7))", "14.07 uur"),
        ("Say.day(new Date(2026, 10, 18))", "woensdag 18 november"),
        ("Say.dayFrom(new Date(2026, 10, 19, 1), new Date(2026, 10, 18, 23))", "morgen"),
        ("Say.dayFrom(new Date(2026, 10, 18, 1), new Date(2026, 10, 18, 23))", "vandaag"),
        ("Say.daysBetween(new Date(2026, 9, 24, 12), new Date(2026, 9, 26, 12))", "2"),
        ("Say.list([])", ""),
        ("Say.list(['a'])", "a"),
        ("Say.list(['a', 'b', 'c'])", "a, b en c"),
        ("Say.words({nl: 'Tafel', en: 'Table'})", "Tafel"),
        ("Say.words(undefined)", ""),
        ("Say.language('dut')", "Nederlands"),
        ("Say.language('xxx')", "Een andere taal"),
        ("Say.capital('morgen')", "Morgen"),
        ("Theme.faceOf('كتاب')", "Noto Sans Arabic"),
        ("Theme.faceOf('Книга')", "Noto Sans"),
        ("Theme.faceOf('Boek')", "Atkinson Hyperlegible Next"),
    ],
)
def test_what_is_said_everywhere_is_said_the_same(show: Show, call: str, said: str) -> None:
    assert out(show(f"Component.onCompleted: window.out = [String({call})]")) == [said]
