import QtQuick
import Kiosk.Look
import Kiosk.Parts

// One value of a facet with its count, chosen or not. Light, since a whole column of them changes with every key.
Pressable {
    id: row

    required property string word
    required property int count
    required property bool chosen
    // It has no heading over it
    property bool alone: false

    implicitHeight: Math.max(Theme.touch, name.height + Theme.px(12))
    ringRadius: Theme.px(12)
    says: word + Say.comma + count
    accessibleRole: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: chosen

    Rectangle {
        visible: row.chosen || row.held || row.alone
        anchors.fill: parent
        radius: Theme.px(12)
        color: row.chosen ? Theme.blueTint : row.held ? Theme.shade : Theme.card
        border.width: row.alone || Theme.high ? Theme.border : 0
        border.color: row.chosen ? Theme.blue : Theme.edge
    }
    Rectangle {
        id: box

        anchors {
            left: parent.left
            leftMargin: Theme.px(16)
            verticalCenter: parent.verticalCenter
        }
        width: Theme.px(32)
        height: width
        radius: Theme.px(8)
        color: row.chosen ? Theme.blue : Theme.card
        border.width: Theme.border
        border.color: row.chosen ? Theme.blue : Theme.edge

        Icon {
            name: row.chosen ? "check" : ""
            size: 24
            stroke: 3
            ink: Theme.overColour
            anchors.centerIn: parent
        }
    }
    Words {
        id: name

        text: row.word
        size: Theme.row
        strong: row.chosen || row.alone
        lineHeight: 1
        Accessible.ignored: true
        anchors {
            left: box.right
            right: number.left
            leftMargin: Theme.px(16)
            rightMargin: Theme.px(12)
            verticalCenter: parent.verticalCenter
        }
    }
    Words {
        id: number

        text: row.count
        size: Theme.row
        color: Theme.soft
        single: true
        Accessible.ignored: true
        anchors {
            right: parent.right
            rightMargin: Theme.px(16)
            verticalCenter: parent.verticalCenter
        }
    }
}
