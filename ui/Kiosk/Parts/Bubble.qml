import QtQuick
import Kiosk.Look

// What the stork says. `beak`: the side at which the point sits, "start" or "bottom".
Rectangle {
    id: bubble

    property string text
    property string beak: "start"
    property real size: 26

    implicitWidth: words.implicitWidth + Theme.px(48)
    implicitHeight: words.height + Theme.px(40)
    radius: Theme.corner
    color: Theme.card
    border.width: Theme.border
    border.color: Theme.ink

    Rectangle {
        id: point

        readonly property real half: Theme.px(18) / 2

        width: Theme.px(18)
        height: width
        rotation: 45
        color: Theme.card
        border.width: Theme.border
        border.color: Theme.ink
        x: bubble.beak === "bottom" ? (bubble.LayoutMirroring.enabled ? bubble.width - width - Theme.px(60) : Theme.px(60)) : bubble.LayoutMirroring.enabled ? bubble.width - half : -half
        y: bubble.beak === "bottom" ? bubble.height - half : Math.min(Theme.px(36), bubble.height / 2) - half
    }
    // Hides the half of the point that lies inside
    Rectangle {
        readonly property real deep: Theme.px(16)

        color: Theme.card
        width: bubble.beak === "bottom" ? point.width * 1.6 : deep
        height: bubble.beak === "bottom" ? deep : point.width * 1.6
        x: bubble.beak === "bottom" ? point.x - point.width * 0.3 : bubble.LayoutMirroring.enabled ? bubble.width - deep - bubble.border.width : bubble.border.width
        y: bubble.beak === "bottom" ? bubble.height - deep - bubble.border.width : point.y - point.width * 0.3
    }
    Words {
        id: words

        text: bubble.text
        size: bubble.size
        strong: true
        // The stork says it
        Accessible.ignored: true
        anchors {
            left: parent.left
            right: parent.right
            margins: Theme.px(24)
            verticalCenter: parent.verticalCenter
        }
    }
}
