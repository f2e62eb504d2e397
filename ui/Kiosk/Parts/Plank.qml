import QtQuick
import Kiosk.Look

// The shelf of wood on which everything stands, and the quiet area below it, which holds the children.
Rectangle {
    id: plank

    color: Theme.shade

    Rectangle {
        width: parent.width
        height: Theme.board
        color: Theme.wood

        Rectangle {
            visible: !Theme.high
            width: parent.width
            height: Math.round(Theme.unit * 3)
            color: Theme.woodLight
        }
    }
    Rectangle {
        visible: !Theme.high
        y: Theme.board
        width: parent.width
        height: Math.round(Theme.unit * 5)
        color: Theme.woodShade
    }
}
