pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Look

// The spine of a book in an area's colour, with two pale bands.
Rectangle {
    id: spine

    property real bandAt: Theme.px(7)
    property real bandHeight: Math.max(2, Theme.px(2))

    component Band: Rectangle {
        width: spine.width
        height: spine.bandHeight
        color: Theme.band
    }

    implicitWidth: Theme.px(10)
    implicitHeight: Theme.px(44)
    radius: Math.round(Theme.unit * 3)

    Band {
        y: spine.bandAt
    }
    Band {
        y: spine.height - spine.bandAt - height
    }
}
