pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Look
import Kiosk.Parts

// The sign of a desk. Free: an open circle. Free for a while: a circle with a bite out of its time. Taken: a filled
// square. Broken: a dashed square. Chosen or yours: a filled circle with a tick. Rectangles only: the software renderer
// paints a Shape that was scrolled out of sight over whatever lies there.
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
    // What lies around it, in pixels
    property real around: 0
    // The letters of the word under it, in pixels; 0: it is not written
    property real letters: 0

    readonly property bool filled: ["chosen", "yours", "provisional"].includes(mark)
    readonly property bool round: filled || mark === "free" || mark === "until"
    readonly property bool large: number !== ""
    readonly property color ink: filled ? Theme.overColour : Theme.ink

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
    // A quarter of the disc
    Rectangle {
        visible: seat.mark === "until"
        x: seat.side / 2
        y: seat.side * 0.1
        width: seat.side * 0.4
        height: width
        topRightRadius: width
        color: Theme.seatBite
    }
    Item {
        id: dashed

        readonly property real dash: width / 9

        visible: seat.mark === "broken"
        anchors.centerIn: parent
        width: seat.side * 0.86
        height: width

        Rectangle {
            anchors.fill: parent
            color: Theme.card
        }
        // Five dashes along each side
        Repeater {
            model: dashed.visible ? 20 : 0

            Rectangle {
                required property int index

                readonly property int edge: index % 4
                readonly property bool lying: edge < 2
                readonly property real along: Math.floor(index / 4) * 2 * dashed.dash
                readonly property real thick: Math.max(2, seat.side / 27)

                color: Theme.soft
                width: lying ? dashed.dash : thick
                height: lying ? thick : dashed.dash
                x: lying ? along : edge === 2 ? 0 : dashed.width - thick
                y: !lying ? along : edge === 0 ? 0 : dashed.height - thick
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
        color: seat.round ? Theme.ink : Theme.soft
        anchors.horizontalCenter: parent.horizontalCenter
        // By the foot of its letters: the box of Arabic ones is much higher
        y: (seat.above ? -seat.letters * (seat.ringed ? 1.13 : 0.48) - seat.around : seat.side + seat.letters * (seat.ringed ? 1.87 : 1.3) + seat.around) - baselineOffset
        Accessible.ignored: true
    }
}
