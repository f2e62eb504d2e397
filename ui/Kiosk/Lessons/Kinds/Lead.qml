import QtQuick
import Kiosk.Look
import Kiosk.Parts

// The third hint: a drawn arrow goes to the spot and stays there.
Drawing {
    id: lead

    // Where to, in the same parent as this or deeper
    property Item to: null
    property bool on: false

    readonly property point spot: to && on ? place(to.x, to.y, to.width, to.height, parent.width, parent.height) : Qt.point(parent.width * 0.08, parent.height * 0.86)

    function place(_x: real, _y: real, width: real, height: real, _w: real, _h: real): point {
        return parent.mapFromItem(to, width * 0.6, Math.min(height * 0.6, height - Theme.px(24)));
    }

    name: "pointer"
    visible: on && to !== null
    width: Theme.px(64)
    height: width * 96 / 76
    x: spot.x
    y: spot.y
    z: 20

    Behavior on x {
        NumberAnimation {
            duration: Theme.breath / 4
            easing.type: Easing.InOutQuad
        }
    }
    Behavior on y {
        NumberAnimation {
            duration: Theme.breath / 4
            easing.type: Easing.InOutQuad
        }
    }
}
