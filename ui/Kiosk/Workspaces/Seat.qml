import QtQuick
import QtQuick.Shapes
import Kiosk.Look
import Kiosk.Parts

// The sign of a desk. Free: an open circle. Free for a while: a circle with a bite out of its time. Taken: a filled
// square. Broken: a dashed square. Chosen or yours: a filled circle with a tick.
Item {
    id: seat

    property string number
    property string mark: "free"
    property string word
    property bool above: false
    // The visitor's choice
    property bool ringed: false
    // A circle is this wide, in pixels
    property real side: Theme.px(68)
    // The letters of the word under it, in pixels; 0: it is not written
    property real letters: 0

    readonly property bool filled: ["chosen", "yours", "provisional"].includes(mark)
    readonly property bool round: filled || mark === "free" || mark === "until"
    readonly property bool large: number !== ""
    readonly property color ink: filled ? Theme.overColour : round ? Theme.green : Theme.ink

    width: side
    height: side
    Accessible.ignored: true

    Ring {
        visible: seat.ringed
        radius: seat.side / 2
        gap: 3
    }
    Rectangle {
        anchors.centerIn: parent
        visible: seat.mark !== "broken"
        width: seat.round ? seat.side : seat.side * 0.88
        height: width
        radius: seat.round ? width / 2 : seat.side * 0.15
        color: seat.filled ? Theme.green : seat.round ? Theme.card : Theme.seatTaken
        border.width: seat.filled ? 0 : seat.round ? Math.max(2.5, seat.side / 17) : 2
        border.color: seat.round ? Theme.green : Theme.edge
    }
    Shape {
        visible: seat.mark === "until"
        anchors.fill: parent

        ShapePath {
            fillColor: Theme.seatBite
            strokeWidth: -1
            startX: seat.side / 2
            startY: seat.side / 2

            PathLine {
                x: seat.side / 2
                y: seat.side * 0.1
            }
            PathArc {
                x: seat.side * 0.9
                y: seat.side / 2
                radiusX: seat.side * 0.4
                radiusY: seat.side * 0.4
            }
            PathLine {
                x: seat.side / 2
                y: seat.side / 2
            }
        }
    }
    Shape {
        visible: seat.mark === "broken"
        anchors.fill: parent

        ShapePath {
            fillColor: Theme.card
            strokeColor: Theme.soft
            strokeWidth: Math.max(2, seat.side / 27)
            strokeStyle: ShapePath.DashLine
            dashPattern: [3, 3]

            PathRectangle {
                x: seat.side * 0.07
                y: seat.side * 0.07
                width: seat.side * 0.86
                height: seat.side * 0.86
            }
        }
    }
    Icon {
        name: !seat.filled ? "" : seat.mark === "provisional" ? "hourglass" : "check"
        size: seat.side * (seat.large ? 0.34 : 0.62) / Theme.scale
        stroke: 3
        ink: seat.ink
        anchors.horizontalCenter: parent.horizontalCenter
        y: seat.large ? seat.side * 0.12 : (seat.side - height) / 2
    }
    Words {
        text: seat.number
        visible: text !== ""
        size: seat.side * (text.length > 2 ? 0.3 : 0.36) / Theme.scale
        bold: true
        single: true
        color: seat.ink
        anchors.centerIn: parent
        anchors.verticalCenterOffset: seat.filled ? seat.side * 0.16 : 0
        Accessible.ignored: true
    }
    Words {
        text: seat.word
        visible: seat.letters > 0 && text !== ""
        size: seat.letters / Theme.scale
        strong: seat.round
        single: true
        color: seat.round ? Theme.green : Theme.soft
        anchors.horizontalCenter: parent.horizontalCenter
        y: seat.above ? -seat.letters * (seat.ringed ? 2.1 : 1.45) : seat.side + seat.letters * (seat.ringed ? 0.9 : 0.33)
        Accessible.ignored: true
    }
}
