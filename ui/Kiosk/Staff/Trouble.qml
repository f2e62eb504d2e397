pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Look
import Kiosk.Parts

// Something that went wrong: what, where, and how it is mended. What programs say to staff is in English.
// stands: "wrong", "mended" (nobody has to do anything), "well" (nothing is wrong)
Card {
    id: trouble

    required property string what
    required property string where
    required property string how
    property string stands: "wrong"

    implicitHeight: content.implicitHeight + 2 * content.y
    Accessible.role: Accessible.ListItem
    Accessible.name: [what, where, how].filter(part => part).join(". ")

    RowLayout {
        id: content

        x: Theme.px(28)
        y: Theme.px(22)
        width: parent.width - 2 * x
        spacing: Theme.px(20)

        Icon {
            name: trouble.stands === "well" ? "circle-check" : trouble.stands === "mended" ? "info" : "triangle-alert"
            size: 34
            ink: trouble.stands === "well" ? Theme.green : trouble.stands === "mended" ? Theme.soft : Theme.clay
            Layout.alignment: Qt.AlignTop
        }
        ColumnLayout {
            spacing: Theme.px(6)

            Words {
                text: trouble.what
                strong: true
                Accessible.ignored: true
                Layout.fillWidth: true
            }
            Words {
                visible: text !== ""
                text: trouble.where
                size: Theme.small
                color: Theme.soft
                wrapMode: Text.WrapAnywhere
                Accessible.ignored: true
                Layout.fillWidth: true
            }
            Words {
                visible: text !== ""
                text: trouble.how
                Accessible.ignored: true
                Layout.fillWidth: true
            }
        }
    }
}
