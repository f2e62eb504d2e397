import QtQuick
import Kiosk.Core

// What every kind of step is on the screen. It shows the player's step and tells the player what was done.
FocusScope {
    id: kind

    required property Player player

    // The height that can be seen at once
    property real room: 0
    // Hints: from the second a ring is on the spot, from the third an arrow leads there
    readonly property bool ringed: player.hintLevel > 1 && !over
    readonly property bool led: player.hintLevel > 2 && !over
    readonly property bool over: player.state === "right"

    // Something in it has the ring when the focus is on the field as a whole
    property bool ringsWithin: false

    // The focus is on the field as a whole, as when a step begins; Tab leads into it from there
    readonly property bool atRest: activeFocus && Window.activeFocusItem === kind

    // A key that nothing else on the screen wanted: going down, coming up
    function hear(event: var) {
    }
    function hearUp(event: var) {
    }

    activeFocusOnTab: atRest
}
