import QtQuick
import Kiosk.Look

// A word with an icon, on a tint.
Rectangle {
    id: tag

    property string text
    property string icon
    property color ink: Theme.ink
    property color fill: Theme.tint(ink)
    property real size: Theme.small

    implicitWidth: row.implicitWidth + Theme.px(28)
    implicitHeight: Theme.px(size + 18)
    radius: height / 2
    color: fill
    border.width: Theme.high ? 2 : 0
    border.color: ink
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.px(8)

        Icon {
            name: tag.icon
            size: tag.size + 2
            ink: tag.ink
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            text: tag.text
            size: tag.size
            strong: true
            color: tag.ink
            single: true
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
    }
}
