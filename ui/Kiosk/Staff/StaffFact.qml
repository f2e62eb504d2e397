import QtQuick
import QtQuick.Layouts
import Kiosk.Look
import Kiosk.Parts

// One line about this kiosk: {what, value}.
Item {
    id: fact

    required property var modelData
    required property int index

    implicitHeight: words.implicitHeight + Theme.px(28)
    Accessible.role: Accessible.StaticText
    Accessible.name: modelData.what + ": " + modelData.value

    Rectangle {
        visible: fact.index > 0
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }
    RowLayout {
        id: words

        width: parent.width
        spacing: Theme.px(24)
        anchors.verticalCenter: parent.verticalCenter

        Words {
            text: fact.modelData.what
            color: Theme.soft
            Accessible.ignored: true
            Layout.preferredWidth: Theme.px(220)
            Layout.alignment: Qt.AlignTop
        }
        Words {
            text: fact.modelData.value
            strong: true
            Accessible.ignored: true
            Layout.fillWidth: true
        }
    }
}
