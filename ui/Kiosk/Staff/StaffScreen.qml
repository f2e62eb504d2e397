pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// For staff: the PIN, and behind it how the kiosk is and the way out. Reached with Ctrl+Alt+P, or by holding the
// library's name on Start.
FocusScope {
    id: screen

    required property Staff staff

    focus: true
    Accessible.role: Accessible.Dialog
    Accessible.name: title.text
    Keys.onEscapePressed: staff.close()

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    MouseArea {
        anchors.fill: parent
    }
    Item {
        id: head

        width: parent.width
        height: Theme.bar

        Spine {
            id: spine

            color: Theme.ink
            anchors {
                left: parent.left
                leftMargin: Theme.margin
                verticalCenter: parent.verticalCenter
            }
        }
        Words {
            id: title

            //: Title of the part for staff
            text: qsTr("Personeel")
            size: Theme.lead
            bold: true
            heading: true
            lineHeight: 1
            anchors {
                left: spine.right
                leftMargin: Theme.box(18)
                verticalCenter: parent.verticalCenter
            }
        }
        Rectangle {
            width: parent.width
            height: Theme.hairline
            color: Theme.line
            anchors.bottom: parent.bottom
        }
    }
    Loader {
        focus: true
        anchors {
            top: head.bottom
            bottom: plank.top
            left: parent.left
            right: parent.right
        }
        sourceComponent: screen.staff.inside ? facts : door
    }
    Component {
        id: door

        StaffDoor {
            staff: screen.staff
        }
    }
    Component {
        id: facts

        StaffFacts {
            staff: screen.staff
        }
    }
    Plank {
        id: plank

        width: parent.width
        height: Math.max(Theme.plank, back.implicitHeight + Theme.box(40))
        anchors.bottom: parent.bottom

        Press {
            id: back

            text: qsTr("Terug")
            icon: "arrow-left"
            onPressed: screen.staff.close()
            anchors {
                left: parent.left
                leftMargin: Theme.margin
                verticalCenter: parent.verticalCenter
                verticalCenterOffset: 5
            }
        }
        Press {
            visible: screen.staff.inside
            role: "main"
            //: Button for staff: away from the kiosk, to the computer itself
            text: qsTr("Verlaat het scherm")
            icon: "lock-open"
            onPressed: screen.staff.leave()
            anchors {
                right: parent.right
                rightMargin: Theme.margin
                verticalCenter: parent.verticalCenter
                verticalCenterOffset: 5
            }
        }
    }
}
