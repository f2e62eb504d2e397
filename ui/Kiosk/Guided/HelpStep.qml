import QtQuick
import Kiosk.Look
import Kiosk.Parts

// One of the stations of help: done (a tick), next (feet on sun) or still to come. A line leads to the one after it.
Item {
    id: step

    required property string text
    property string when
    property bool done: false
    property bool next: false
    property bool last: false
    // The one after it is done too
    property bool passed: false
    // Under each other instead of side by side
    property bool upright: false

    readonly property real dot: Theme.px(64)

    implicitWidth: Theme.px(268)
    implicitHeight: upright ? Math.max(dot + Theme.px(20), words.height + Theme.px(20)) : dot + Theme.px(12) + words.height
    Accessible.role: Accessible.ListItem
    Accessible.name: text + Say.comma + when

    Rectangle {
        visible: !step.last
        color: step.passed ? Theme.green : Theme.edge
        x: step.upright ? (step.LayoutMirroring.enabled ? step.width - step.dot / 2 - width / 2 : step.dot / 2 - width / 2) : step.LayoutMirroring.enabled ? 0 : step.dot
        y: step.upright ? step.dot : step.dot / 2 - height / 2
        width: step.upright ? Theme.px(4) : step.width - step.dot
        height: step.upright ? step.height - step.dot : Theme.px(4)
    }
    Rectangle {
        id: sign

        anchors.left: parent.left
        width: step.dot
        height: width
        radius: width / 2
        color: step.done ? Theme.green : step.next ? Theme.sun : Theme.card
        border.width: step.done ? 0 : 3
        border.color: step.next ? Theme.overSun : Theme.edge

        Icon {
            name: step.done ? "check" : step.next ? "footprints" : ""
            size: 36
            stroke: step.done ? 3 : 2
            ink: step.done ? Theme.overColour : Theme.overSun
            anchors.centerIn: parent
        }
    }
    Column {
        id: words

        x: step.upright && !step.LayoutMirroring.enabled ? step.dot + Theme.px(24) : 0
        y: step.upright ? Math.max(0, (step.dot - height) / 2) : step.dot + Theme.px(12)
        width: step.width - (step.upright ? step.dot + Theme.px(24) : Theme.px(16))
        spacing: Theme.px(4)

        Words {
            text: step.text
            size: 26
            strong: true
            lineHeight: 1
            width: parent.width
            color: step.done || step.next ? Theme.ink : Theme.soft
            Accessible.ignored: true
        }
        Words {
            text: step.when
            size: Theme.row
            color: Theme.soft
            lineHeight: 1
            width: parent.width
            Accessible.ignored: true
        }
    }
}
