import QtQuick
import Kiosk.Look
import Kiosk.Parts

// The picture by which whoever comes finds this screen, and its name; or the sign of what to do instead.
Rectangle {
    id: sign

    // The name of a drawing, "tulip-blue"; or else of an icon
    property string picture
    property string icon
    property string before
    property string name
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
    Accessible.ignored: name === ""

    Column {
        id: column

        anchors.centerIn: parent
        width: parent.width

        Rectangle {
            visible: sign.icon !== ""
            width: Math.round((sign.upright ? 160 : 240) * Theme.unit)
            height: width
            radius: width / 2
            color: Theme.card
            border.width: Theme.border
            border.color: Theme.edge
            anchors.horizontalCenter: parent.horizontalCenter

            Icon {
                name: sign.icon
                size: parent.width * 0.56 / Theme.scale
                stroke: 1.5
                anchors.centerIn: parent
            }
        }
        Drawing {
            visible: sign.icon === ""
            name: sign.picture
            width: Math.round((sign.upright ? 160 : 270) * Theme.unit)
            height: Math.round((sign.upright ? 208 : 351) * Theme.unit)
            anchors.horizontalCenter: parent.horizontalCenter
        }
        Words {
            text: sign.before
            visible: text !== ""
            size: Theme.section
            topPadding: Theme.px(40)
            horizontalAlignment: Text.AlignHCenter
            width: parent.width
            Accessible.ignored: true
        }
        Words {
            text: sign.name
            visible: text !== ""
            size: Theme.section
            bold: true
            horizontalAlignment: Text.AlignHCenter
            width: parent.width
            Accessible.ignored: true
        }
    }
}
