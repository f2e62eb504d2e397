pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Look

// A code for the camera of a phone, and what to do with it, step by step.
ColumnLayout {
    id: along

    // {size, path} of screen/qr.py
    required property var drawn
    // What the last step brings
    required property string then
    // As wide as the code may become
    property real room: Theme.px(440)
    property color tone: Theme.ink

    spacing: Theme.px(12)

    Code {
        drawn: along.drawn
        room: Math.min(along.room, along.width)
        Layout.alignment: Qt.AlignHCenter
    }
    Repeater {
        model: [
            //: Reading a code with a phone, first step
            qsTr("Open de camera van uw telefoon."),
            //: Reading a code with a phone, second step
            qsTr("Richt de camera op deze code."), along.then]

        DiscLine {
            required property string modelData
            required property int index

            number: index + 1
            text: modelData
            tone: along.tone
            Layout.fillWidth: true
        }
    }
}
