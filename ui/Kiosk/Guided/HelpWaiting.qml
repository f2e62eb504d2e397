import QtQuick
import QtQuick.Layouts
import Kiosk.Look
import Kiosk.Parts

// How long one has waited, and what to do meanwhile.
Rectangle {
    id: waiting

    required property string icon
    required property string title
    required property string text

    radius: Theme.corner
    color: Theme.shade
    border.width: Theme.high ? 2 : 0
    border.color: Theme.edge
    implicitHeight: row.implicitHeight + Theme.box(52)

    RowLayout {
        id: row

        anchors {
            left: parent.left
            right: parent.right
            margins: Theme.px(32)
            verticalCenter: parent.verticalCenter
        }
        spacing: Theme.px(28)

        Icon {
            name: waiting.icon
            size: 44
            stroke: 1.75
        }
        ColumnLayout {
            spacing: Theme.px(6)

            Words {
                text: waiting.title
                size: Theme.lead
                bold: true
                lineHeight: 1
                Layout.fillWidth: true
            }
            Words {
                text: waiting.text
                size: 26
                lineHeight: 1
                Layout.fillWidth: true
            }
        }
    }
}
