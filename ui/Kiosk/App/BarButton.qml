import QtQuick
import Kiosk.Look
import Kiosk.Parts

// A quiet button of the bar: an icon and a word.
Pressable {
    id: button

    property string text
    property string icon
    property bool strong: false

    says: text
    // Not the row's, which is nothing while it is hidden: the bar asks hidden buttons too
    implicitWidth: icon.width + row.spacing + words.implicitWidth + Theme.box(32)
    implicitHeight: Theme.touch

    Rectangle {
        visible: button.held
        anchors.fill: parent
        radius: Theme.corner
        color: Theme.shade
        border.width: Theme.high ? Theme.border : 0
        border.color: Theme.edge
    }
    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.box(12)

        Icon {
            id: icon

            name: button.icon
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            id: words

            text: button.text
            size: Theme.row
            strong: button.strong
            single: true
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
    }
}
