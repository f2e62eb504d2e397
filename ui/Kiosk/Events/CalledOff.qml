import QtQuick
import QtQuick.Layouts
import Kiosk.Look
import Kiosk.Parts

// An activity that does not take place: said aloud, so that nobody comes for nothing.
Rectangle {
    id: box

    radius: Theme.corner
    color: Theme.alarmTint
    border.width: Theme.border
    border.color: Theme.alarm
    implicitHeight: row.implicitHeight + Theme.box(32)

    RowLayout {
        id: row

        anchors {
            left: parent.left
            right: parent.right
            margins: Theme.px(20)
            verticalCenter: parent.verticalCenter
        }
        spacing: Theme.px(16)

        Icon {
            name: "circle-alert"
            size: 32
            ink: Theme.alarm
        }
        Words {
            text: qsTr("Dit gaat niet door.")
            size: Theme.lead
            strong: true
            color: Theme.alarm
            Layout.fillWidth: true
        }
    }
}
