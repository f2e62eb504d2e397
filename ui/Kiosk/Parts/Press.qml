import QtQuick
import QtQuick.Layouts
import Kiosk.Look

// A button. role: "main" (filled), "other" (outlined), "quiet" (words only), "help" (ink), "called" (sun).
Pressable {
    id: button

    property string text
    property string icon
    property string tail
    property string role: "other"
    property color colour: Theme.green
    property real size: Theme.body

    readonly property bool filled: ["main", "help", "called"].includes(role) && !off
    readonly property real sunk: filled && held ? 4 : 0
    readonly property color fill: role === "called" ? Theme.sun : role === "help" ? Theme.ink : filled ? colour : role === "quiet" || off ? "transparent" : held ? Theme.shade : Theme.card
    readonly property color words: off ? Theme.off : role === "called" ? Theme.overSun : role === "help" ? Theme.paper : filled ? Theme.overColour : Theme.ink

    says: text
    // The box as wide as the words, but never wider than the room: then the words take two lines
    implicitWidth: Math.ceil(row.implicitWidth) + Theme.box(role === "quiet" ? 40 : 64)
    implicitHeight: Math.max(Theme.press, row.implicitHeight + Theme.box(24))

    // The lower lip makes it look pressable
    Rectangle {
        visible: button.filled && !Theme.high && !button.held
        anchors.fill: parent
        anchors.bottomMargin: -4
        radius: Theme.corner
        color: Qt.darker(button.fill, 1.35)
    }
    Rectangle {
        anchors.fill: parent
        anchors.topMargin: button.sunk
        anchors.bottomMargin: -button.sunk
        radius: Theme.corner
        color: button.fill
        border.width: button.filled || button.role === "quiet" ? 0 : button.off ? Math.min(2, Theme.border) : Theme.border
        border.color: button.off ? Theme.offEdge : Theme.edge
    }
    RowLayout {
        id: row

        anchors.centerIn: parent
        anchors.verticalCenterOffset: button.sunk
        width: Math.min(implicitWidth, button.width - Theme.box(24))
        spacing: Theme.box(14)

        Icon {
            name: button.icon
            ink: button.words
            size: Math.round(button.size * 1.25)
        }
        Words {
            visible: button.text !== ""
            text: button.text
            size: button.size
            strong: true
            color: button.words
            lineHeight: 1
            horizontalAlignment: button.icon || button.tail ? Text.AlignLeft : Text.AlignHCenter
            Accessible.ignored: true
            Layout.fillWidth: true
        }
        Icon {
            name: button.tail
            ink: button.words
            size: Math.round(button.size * 1.25)
        }
    }
}
