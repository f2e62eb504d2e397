pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Look
import Kiosk.Parts

// What staff type in central to let this computer in, large enough to read from a step away.
Card {
    id: card

    // "ABCDEFGH"
    required property string code

    readonly property string groups: code.replace(/(.{4})(?=.)/g, "$1 ")

    fill: Theme.sunTint
    implicitHeight: content.implicitHeight + 2 * content.y
    Accessible.role: Accessible.StaticText
    // Read one by one: it is no word
    Accessible.name: task.text + " " + code.split("").join(" ")

    ColumnLayout {
        id: content

        x: Theme.px(32)
        y: Theme.px(24)
        width: parent.width - 2 * x
        spacing: Theme.px(12)

        Words {
            id: task

            text: qsTr("Typ deze code in het beheer van het hoofdkantoor, bij “Computers die wachten”.")
            Accessible.ignored: true
            Layout.fillWidth: true
        }
        Words {
            text: card.groups
            size: Theme.message
            bold: true
            font.letterSpacing: Theme.px(6)
            Accessible.ignored: true
            Layout.fillWidth: true
        }
    }
}
