import QtQuick
import QtQuick.Layouts
import Kiosk.Look

// A row to choose: a box ("check") or a round ("radio"), a word, and at the end what goes with it.
Pressable {
    id: choice

    property string text
    property string tail
    property bool on: false
    property string kind: "check"
    property color colour: Theme.blue
    property real size: Theme.body

    says: tail ? text + Say.comma + tail : text
    accessibleRole: kind === "radio" ? Accessible.RadioButton : Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: on
    ringRadius: Theme.px(12)
    implicitWidth: row.implicitWidth + Theme.px(32)
    implicitHeight: Math.max(Theme.touch, row.implicitHeight + Theme.px(16))

    Rectangle {
        visible: choice.on || choice.held
        anchors.fill: parent
        radius: Theme.px(12)
        color: choice.on ? Theme.tint(choice.colour) : Theme.shade
        border.width: Theme.high ? 2 : 0
        border.color: choice.colour
    }
    RowLayout {
        id: row

        anchors {
            left: parent.left
            right: parent.right
            leftMargin: Theme.px(16)
            rightMargin: Theme.px(16)
            verticalCenter: parent.verticalCenter
        }
        spacing: Theme.px(18)

        Rectangle {
            implicitWidth: Theme.px(32)
            implicitHeight: implicitWidth
            radius: choice.kind === "radio" ? width / 2 : Theme.px(8)
            color: choice.on ? choice.colour : Theme.card
            border.width: Theme.border
            border.color: choice.on ? choice.colour : Theme.edge

            Icon {
                name: choice.on && choice.kind === "check" ? "check" : ""
                size: 24
                stroke: 3
                ink: Theme.overColour
                anchors.centerIn: parent
            }
            Rectangle {
                visible: choice.on && choice.kind === "radio"
                width: Theme.px(12)
                height: width
                radius: width / 2
                color: Theme.overColour
                anchors.centerIn: parent
            }
        }
        Words {
            text: choice.text
            size: choice.size
            strong: choice.on
            lineHeight: 1
            Accessible.ignored: true
            Layout.fillWidth: true
        }
        Words {
            visible: choice.tail !== ""
            text: choice.tail
            size: choice.size
            color: Theme.soft
            single: true
            Accessible.ignored: true
        }
    }
}
