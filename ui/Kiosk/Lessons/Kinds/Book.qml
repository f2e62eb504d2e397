pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Look
import Kiosk.Parts

// A book on the shelf, or a thing beside the books. With a name it is a target: yellow, with a star.
Pressable {
    id: book

    property string name
    property real k: 1
    property real wide
    property real tall
    property color fill
    property string drawing
    // How many targets there are in all
    property int count: 0
    property bool done: false
    // The hint's ring
    property bool marked: false

    readonly property bool wanted: name !== ""
    readonly property bool bare: Qt.colorEqual(fill, "transparent")

    //: A yellow book on the shelf in the click practice; %1 of %2
    says: qsTr("Geel boek %1 van %2").arg(name).arg(count)
    off: !wanted || done
    ringRadius: Theme.corner / 4
    width: wanted ? Math.max(wide * k, Theme.unit * 64) : wide * k
    height: 184 * k
    z: activeFocus || marked ? 2 : 0
    Accessible.ignored: !wanted
    Accessible.checked: done

    Rectangle {
        id: cover

        visible: !book.bare
        width: parent.width
        height: book.tall * book.k
        anchors.bottom: parent.bottom
        radius: Theme.corner / 4
        color: book.fill
        border.width: Theme.px(3)
        border.color: Theme.high && !book.wanted ? Theme.ink : book.wanted ? Theme.overSun : Theme.ink

        Repeater {
            model: [22, 34]

            Rectangle {
                required property real modelData

                x: 10 * book.k
                y: modelData * book.k
                width: parent.width - 2 * x
                height: Math.max(2, 4 * book.k)
                color: book.wanted ? Theme.overSun : Theme.ink
                opacity: 0.55
            }
        }
        Icon {
            name: book.wanted && !book.done ? "star" : ""
            size: Math.min(40, book.width * 0.5 / Theme.scale)
            stroke: 2.5
            ink: Theme.overSun
            anchors.horizontalCenter: parent.horizontalCenter
            y: parent.height * 0.6
        }
        Rectangle {
            visible: book.done
            width: Math.min(48 * book.k, parent.width - 12)
            height: width
            radius: width / 2
            color: Theme.green
            border.width: Theme.px(3)
            border.color: Theme.overColour
            anchors.centerIn: parent

            Icon {
                name: book.done ? "check" : ""
                stroke: 3
                size: parent.width * 0.66 / Theme.scale
                ink: Theme.overColour
                anchors.centerIn: parent
            }
        }
    }
    Drawing {
        name: book.drawing
        width: parent.width - 8 * book.k
        height: book.tall * book.k
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
    }
    Ring {
        visible: book.marked
        radius: Theme.corner / 4
    }
}
