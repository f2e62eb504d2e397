pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Look
import Kiosk.Parts

// The floor of this branch with the shelf marked and the call number on it.
Floor {
    id: plan

    // Catalogue.walk; never {}
    required property var walk

    readonly property var shelf: walk.plan.pieces[walk.piece]

    plan: walk.plan
    here: walk.here
    found: walk.piece
    least: 16 * Theme.unit

    Rectangle {
        x: plan.shelf.x * plan.zoom - Theme.between / 2
        y: plan.shelf.y * plan.zoom - Theme.between / 2
        width: plan.shelf.width * plan.zoom + Theme.between
        height: plan.shelf.height * plan.zoom + Theme.between
        radius: Theme.paperCorner
        color: "transparent"
        border.width: Math.round(4 * Theme.unit)
        border.color: Theme.sun
    }
    Rectangle {
        x: (plan.shelf.x + plan.shelf.width / 2) * plan.zoom - width / 2
        y: (plan.shelf.y + plan.shelf.height / 2) * plan.zoom - height / 2
        width: name.width + 2 * Theme.between
        height: name.height + Theme.between / 2
        radius: height / 2
        color: Theme.sun

        Words {
            id: name

            anchors.centerIn: parent
            text: plan.walk.callNumber
            size: Math.max(20 * Theme.unit, plan.letters) / Theme.scale
            bold: true
            single: true
            color: Theme.overSun
        }
    }
}
