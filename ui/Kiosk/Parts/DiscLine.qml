import QtQuick
import QtQuick.Layouts
import Kiosk.Look

// A line of text behind a disc with an icon or a number.
RowLayout {
    id: fact

    required property string text
    property string icon
    property string number
    property color tone: Theme.ink
    property real disc: 40
    property bool strong: false

    spacing: Theme.px(18)

    Rectangle {
        implicitWidth: Theme.px(fact.disc)
        implicitHeight: implicitWidth
        radius: width / 2
        color: Theme.tint(fact.tone)
        border.width: Theme.high ? 2 : 0
        border.color: fact.tone
        Layout.alignment: Qt.AlignTop

        Icon {
            name: fact.icon
            size: fact.disc * 0.56
            stroke: 1.75
            ink: fact.tone
            anchors.centerIn: parent
        }
        Words {
            visible: fact.number !== ""
            text: fact.number
            bold: true
            single: true
            color: fact.tone
            anchors.centerIn: parent
            Accessible.ignored: true
        }
    }
    Words {
        text: fact.text
        size: Theme.lead
        strong: fact.strong
        lineHeight: 1
        // One line stands in the middle of its disc, more begin beside it
        topPadding: lineCount > 1 ? 0 : Math.max(0, (Theme.px(fact.disc) - contentHeight) / 2)
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
    }
}
