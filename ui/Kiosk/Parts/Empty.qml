import QtQuick
import QtQuick.Layouts
import Kiosk.Look

// Nothing to show, and why: a drawing, a word, a sentence, and one thing to do.
ColumnLayout {
    id: empty

    property string drawing
    property string title
    property string text
    property string buttonText
    property string buttonIcon

    signal pressed

    spacing: Theme.px(16)
    Accessible.role: Accessible.Grouping
    Accessible.name: title

    Drawing {
        // With very large letters the words need the room
        visible: name !== "" && Theme.roomHeight >= 600
        name: empty.drawing
        Layout.alignment: Qt.AlignHCenter
        Layout.preferredHeight: Math.round(Theme.unit * (Theme.roomHeight < 900 ? 150 : 220))
        Layout.preferredWidth: Math.round(300 * Theme.unit)
    }
    Words {
        text: empty.title
        size: Theme.section
        bold: true
        heading: true
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
    Words {
        visible: text !== ""
        text: empty.text
        size: Theme.lead
        color: Theme.soft
        horizontalAlignment: Text.AlignHCenter
        Layout.alignment: Qt.AlignHCenter
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.prose
    }
    Press {
        visible: text !== ""
        text: empty.buttonText
        icon: empty.buttonIcon
        onPressed: empty.pressed()
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Theme.px(16)
    }
}
