import QtQuick
import Kiosk.Look
import Kiosk.Parts

// The city on the plank of Start, and the stork asleep on the library's roof. It stands at the lower edge.
Item {
    id: city

    // The height that the city may take
    required property real room

    // As wide as the screen; wider where the screen stands upright, narrower where there is little height
    readonly property bool upright: height > width
    readonly property real tall: Math.min(2 * width, room * 0.6 * 4.8)
    readonly property real across: Math.min(Math.max(width, tall), room * 4.8)

    // Smaller it would be a stamp in a corner
    visible: across >= width / 2

    Drawing {
        id: skyline

        // Drawn once, at the width it has in the end: its height is only known after the layout
        readonly property int drawn: city.width * (city.upright ? 2 : 1)

        name: city.visible ? "skyline" : ""
        sourceSize: Qt.size(drawn, Math.round(drawn / 4.8))
        width: Math.round(city.across)
        height: Math.round(city.across / 4.8)
        mirror: LayoutMirroring.enabled
        anchors {
            right: parent.right
            bottom: parent.bottom
        }
    }
    Drawing {
        id: stork

        readonly property real part: skyline.width / 1920
        // A breath of two pixels, in steps of one: nothing is drawn in between
        property int breath: 0

        name: city.visible ? "stork-asleep" : ""
        width: Math.round(134 * part)
        height: Math.round(176 * part)
        x: LayoutMirroring.enabled ? skyline.width - Math.round(1462 * part) - width : skyline.x + Math.round(1462 * part)
        y: city.height - Math.round(365 * part) - [0, 1, 2, 1][breath]
        mirror: LayoutMirroring.enabled

        Timer {
            interval: Math.max(1, Theme.breath / 4)
            repeat: true
            running: Theme.breath > 0 && city.visible
            onTriggered: stork.breath = (stork.breath + 1) % 4
        }
    }
}
