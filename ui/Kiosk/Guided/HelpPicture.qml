import QtQuick
import Kiosk.Look
import Kiosk.Parts

// The picture by which whoever comes finds this screen, and its name.
Rectangle {
    id: sign

    // The name of a drawing, "tulip-blue"
    required property string picture
    required property string before
    required property string name
    // Over or under the words, and smaller, instead of beside them
    property bool upright: false

    readonly property var tints: ({
            "blue": Theme.blueTint,
            "red": Theme.clayTint,
            "yellow": Theme.sunTint,
            "purple": Theme.plumTint
        })

    radius: Theme.corner
    color: tints[picture.split("-")[1]] ?? Theme.shade
    border.width: Theme.high ? 3 : 0
    border.color: Theme.edge
    implicitWidth: Math.max(Math.round(400 * Theme.unit), Theme.px(300))
    implicitHeight: column.height + Theme.box(100)
    Accessible.role: Accessible.StaticText
    Accessible.name: before + " " + name

    Column {
        id: column

        anchors.centerIn: parent
        width: parent.width

        Drawing {
            name: sign.picture
            width: Math.round((sign.upright ? 160 : 270) * Theme.unit)
            height: Math.round((sign.upright ? 208 : 351) * Theme.unit)
            anchors.horizontalCenter: parent.horizontalCenter
        }
        Words {
            text: sign.before
            size: Theme.section
            topPadding: Theme.px(40)
            horizontalAlignment: Text.AlignHCenter
            width: parent.width
            Accessible.ignored: true
        }
        Words {
            text: sign.name
            size: Theme.section
            bold: true
            horizontalAlignment: Text.AlignHCenter
            width: parent.width
            Accessible.ignored: true
        }
    }
}
