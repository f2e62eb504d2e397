pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Look

// The focus ring: sun between two lines of ink, off the control. `radius` is the control's own.
Item {
    id: ring

    property real radius: Theme.corner
    property real gap: 4

    component Line: Rectangle {
        property real out

        anchors.fill: parent
        anchors.margins: -out * Theme.unit
        radius: ring.radius + (ring.gap + out) * Theme.unit
        color: "transparent"
        border.width: Math.round(Theme.unit * 2)
        border.color: Theme.ringLine
    }

    anchors.fill: parent
    anchors.margins: -gap * Theme.unit
    z: 10

    Line {
        out: 8
    }
    Line {
        out: 6
        border.width: Math.round(Theme.unit * 5)
        border.color: Theme.sun
    }
    Line {
        out: 2
    }
}
