import QtQuick
import Kiosk.Look
import Kiosk.Parts

// How long the visitor's desk is still theirs.
Item {
    id: left

    property int minutes: 0

    implicitWidth: icon.width + Theme.box(12) + time.implicitWidth
    implicitHeight: Theme.touch
    Accessible.role: Accessible.StaticText
    Accessible.name: time.text

    Icon {
        id: icon

        name: "clock"
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
    }
    Words {
        id: time

        text: Say.left(Math.max(0, left.minutes))
        size: Theme.row
        single: true
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        Accessible.ignored: true
    }
}
