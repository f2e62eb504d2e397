import QtQuick
import Kiosk.Look

// The guide. pose: "hello", "point", "think", "well-done", "asleep". It stands on whatever its lower edge touches and
// looks to the start; what it `says` stands beside it, or above it where `above` is set.
Item {
    id: stork

    property string pose: "hello"
    property string says
    property bool above: false
    // Its height, before letters and screen multiply it
    property real tall: 210
    property bool looksBack: false

    readonly property real birdHeight: Math.round(tall * Theme.unit)
    readonly property real birdWidth: Math.round(birdHeight * ({
            "point": 400,
            "well-done": 340
        }[pose] ?? 320) / 420)

    implicitWidth: says && !above ? birdWidth + Theme.px(360) : says ? Math.max(birdWidth, Theme.px(288)) : birdWidth
    implicitHeight: !says ? birdHeight : above ? birdHeight + bubble.height : Math.max(birdHeight, bubble.height + Theme.px(24))
    Accessible.ignored: says === ""
    Accessible.role: Accessible.StaticText
    Accessible.name: says

    Drawing {
        id: bird

        name: "stork-" + stork.pose
        width: stork.birdWidth
        height: stork.birdHeight
        mirror: stork.LayoutMirroring.enabled === stork.looksBack
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.bottomMargin: -Math.round(stork.birdHeight / 70)
    }
    Bubble {
        id: bubble

        visible: stork.says !== ""
        text: stork.says
        beak: stork.above ? "bottom" : "start"
        width: stork.above ? stork.width : stork.width - stork.birdWidth
        x: stork.above || stork.LayoutMirroring.enabled ? 0 : stork.birdWidth
        y: stork.above ? 0 : Math.max(0, stork.height - stork.birdHeight + Theme.px(44) - Math.max(0, height - stork.birdHeight + Theme.px(68)))
    }
}
