"""Each thing that would trouble somebody is found in a bad sample, and not in a good one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.screen.inspect import contrast, findings
from kiosk.screen.seen import Box, look

#: A text and a button as the house makes them, small enough to vary.
PARTS = """
    component Words: Text { color: "#1B2420"; font.pixelSize: 24 }
    component Button: Rectangle {
        property alias says: words.text
        property string spoken: says
        width: 200; height: 64; color: "#1A5F3D"; activeFocusOnTab: true
        Accessible.role: Accessible.Button; Accessible.name: spoken; Accessible.focusable: true
        Text { id: words; anchors.centerIn: parent; color: "#FFFFFF"; font.pixelSize: 24; Accessible.ignored: true }
    }
"""

Inspect = Callable[[str], list[str]]


@pytest.fixture
def inspect(qtbot, qapp) -> Inspect:
    """The names of the rules that a window with this inside breaks."""
    engines: list[QQmlApplicationEngine] = []

    def show(body: str) -> list[str]:
        engine = QQmlApplicationEngine()
        engines.append(engine)
        source = (
            f"import QtQuick\nWindow {{ width: 1920; height: 1080; visible: true; color: '#FAF6EE'\n{PARTS}\n{body} }}"
        )
        engine.loadData(source.encode(), QUrl("file:///sample/Sample.qml"))
        window = engine.rootObjects()[0]
        assert isinstance(window, QQuickWindow)
        qtbot.waitUntil(window.isExposed, timeout=15_000)
        return [finding.rule for finding in findings(look(window))]

    yield show
    for engine in engines:
        engine.rootObjects()[0].close()
        engine.deleteLater()
    qapp.processEvents()


GOOD = {
    "words on paper": "Words { x: 40; y: 40; text: 'Zoek een boek' }",
    "words that wrap": "Words { width: 200; wrapMode: Text.Wrap; text: 'Zoek een boek of een film' }",
    "two buttons apart": "Row { spacing: 16; Button { says: 'Ja' } Button { says: 'Nee' } }",
    "rows of one list": "Column { Repeater { model: 3; Button { required property int index; says: 'Rij' } } }",
    "a long list that scrolls": (
        "Flickable { width: 300; height: 150; clip: true; contentHeight: column.height; contentWidth: width\n"
        "Column { id: column; Repeater { model: 9; Button { required property int index; says: 'Rij ' + index } } } }"
    ),
    "a button that scrolls past a fixed one": (
        "Button { says: 'Home' }\nFlickable { y: 70; width: 300; height: 150; clip: true; contentHeight: 900\n"
        "contentWidth: width; contentY: 30; Button { says: 'Rij' } }"
    ),
    "a large coloured word on its tint": (
        "Rectangle { width: 300; height: 80; color: '#F8E9E0'; Words { text: 'Bezet'; color: '#8A3D1D' } }"
    ),
    "a bold coloured word on its tint": (
        "Rectangle { width: 300; height: 80; color: '#F8E9E0'\n"
        "Words { text: 'Bezet'; color: '#8A3D1D'; font.pixelSize: 20; font.bold: true } }"
    ),
    "words behind a sheet": (
        "Words { x: 40; y: 40; text: 'Erachter' }\n"
        "Rectangle { anchors.fill: parent; color: '#99434E48' }\n"
        "Rectangle { width: 400; height: 300; color: 'white'; Words { x: 40; y: 40; text: 'Ervoor' } }"
    ),
    "words under what fades them": (
        "Words { text: 'Erachter' }\n"
        "Rectangle { width: 400; height: 80; gradient: Gradient { GradientStop { color: 'transparent' } } }"
    ),
    "what cannot be seen": (
        "Text { visible: false; text: 'x'; color: '#FAF6EE' }\nItem { opacity: 0; Button { width: 8; says: '' } }"
    ),
    "a line to type on": (
        "TextInput { x: 40; y: 40; width: 300; height: 72; text: 'havelar'; color: '#1B2420'; font.pixelSize: 36\n"
        "Accessible.role: Accessible.EditableText; Accessible.name: 'Zoek' }"
    ),
}

BAD = {
    "words that end in dots": (
        "cut",
        "Words { width: 90; elide: Text.ElideRight; text: 'Zoek een boek' }",
    ),
    "words wider than their box": (
        "cut",
        "Words { width: 90; text: 'Bibliotheekpas'; wrapMode: Text.WordWrap }",
    ),
    "words higher than their box": (
        "cut",
        "Words { width: 90; height: 30; text: 'Zoek een boek'; wrapMode: Text.Wrap }",
    ),
    "words under an edge": (
        "cut",
        "Item { width: 60; height: 60; clip: true; Words { text: 'Bibliotheek' } }",
    ),
    "words beside the window": (
        "cut",
        "Words { x: 1850; text: 'Bibliotheek' }",
    ),
    "words cut across a list that scrolls down": (
        "cut",
        "Flickable { width: 60; height: 60; clip: true; contentHeight: 400; contentWidth: width\n"
        "Words { text: 'Bibliotheek' } }",
    ),
    "words over words": (
        "overlapping",
        "Words { text: 'Zoeken' }\nWords { x: 20; y: 8; text: 'Leren' }",
    ),
    "words under a card": (
        "hidden",
        "Words { text: 'Vandaag' }\nRectangle { width: 400; height: 80; color: '#FFFFFF' }",
    ),
    "a low button": ("small", "Button { says: 'Ja'; height: 40 }"),
    "a narrow button": ("small", "Button { says: 'J'; width: 40 }"),
    "two buttons too near": (
        "crowded",
        "Button { says: 'Ja' }\nItem { x: 208; width: 200; height: 64; Button { says: 'Nee' } }",
    ),
    "a whole button of a list too near a fixed one": (
        "crowded",
        "Button { says: 'Home' }\nFlickable { y: 70; width: 300; height: 150; clip: true; contentHeight: 900\n"
        "contentWidth: width; Button { says: 'Rij' } }",
    ),
    "a button over another": (
        "crowded",
        "Button { says: 'Ja' }\nItem { x: 100; width: 200; height: 64; Button { says: 'Nee' } }",
    ),
    "a button without a name": ("nameless", "Button { says: 'Ja'; spoken: '' }"),
    "a button beside the window": ("outside", "Button { x: 1800; says: 'Ja' }"),
    "soft words": ("pale", "Words { text: 'Zoek een boek'; color: '#7A7466'; font.pixelSize: 24 }"),
    "a small coloured word on its tint": (
        "pale",
        "Rectangle { width: 90; height: 80; color: '#F8E9E0'\n"
        "Text { text: 'Vrij'; color: '#8A3D1D'; font.pixelSize: 20 } }",
    ),
    "a large coloured word that is like its ground": (
        "pale",
        "Rectangle { width: 300; height: 80; color: '#F8E9E0'; Words { text: 'Bezet'; color: '#9A4521' } }",
    ),
    "words half on a dark ground": (
        "pale",
        "Rectangle { width: 100; height: 60; color: '#1B2420' }\nWords { text: 'Zoek een boek' }",
    ),
}


@pytest.mark.parametrize("sample", GOOD)
def test_what_is_well_is_left_alone(inspect: Inspect, sample: str) -> None:
    assert inspect(GOOD[sample]) == []


@pytest.mark.parametrize("sample", BAD)
def test_what_troubles_somebody_is_found(inspect: Inspect, sample: str) -> None:
    rule, body = BAD[sample]
    assert rule in inspect(body)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((255, 255, 255), (0, 0, 0)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


def test_the_distance_of_boxes_is_that_of_their_nearest_points() -> None:
    assert Box(0, 0, 10, 10).gap(Box(13, 14, 5, 5)) == 5
    assert Box(0, 0, 10, 10).gap(Box(5, 5, 50, 50)) == 0
