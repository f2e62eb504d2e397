import QtQuick
import Kiosk.Look

// Keys to press, on the real keyboard or on the drawn one. What counts is the text a key gives; Tab and Esc go on
// doing what they do everywhere.
Kind {
    id: keys

    readonly property var names: ({
            [Qt.Key_Backspace]: "Backspace",
            [Qt.Key_Return]: "Enter",
            [Qt.Key_Enter]: "Enter",
            [Qt.Key_Left]: "Left",
            [Qt.Key_Right]: "Right",
            [Qt.Key_Up]: "Up",
            [Qt.Key_Down]: "Down",
            [Qt.Key_Delete]: "Delete",
            [Qt.Key_Home]: "Home",
            [Qt.Key_End]: "End"
        })
    readonly property string next: player.next[0] ?? ""
    // Shift was pressed and let go: it waits for the next key
    readonly property bool latched: player.deeds[player.deeds.length - 1] === "Shift"
    // Shift went down, and nothing else since
    property bool alone: false

    readonly property real gap: Theme.px(tall ? 32 : 16)
    // There is room for two lines
    readonly property bool tall: room > width * 0.6

    function hear(event: var) {
        if (over || event.isAutoRepeat)
            return;
        alone = event.key === Qt.Key_Shift;
        const deed = names[event.key] ?? (event.text >= " " && event.text.length === 1 ? event.text : "");
        if (deed === "" || event.modifiers & (Qt.AltModifier | Qt.MetaModifier))
            return;
        event.accepted = true;
        player.did(deed);
    }

    function hearUp(event: var) {
        if (event.key === Qt.Key_Shift && alone && !event.isAutoRepeat)
            player.did("Shift");
        alone = false;
    }

    ringsWithin: true
    implicitHeight: paper.implicitHeight + board.height + 3 * gap
    activeFocusOnTab: true
    Accessible.role: Accessible.EditableText
    Accessible.focusable: true
    //: For screen readers: what stands in the practice field, and the key to press
    Accessible.name: over ? player.written : qsTr("%1. Druk op: %2").arg(player.written).arg(board.nameOf(next))
    Keys.onPressed: event => hear(event)
    Keys.onReleased: event => hearUp(event)

    Paper {
        id: paper

        player: keys.player
        ringed: keys.activeFocus
        lines: keys.tall || player.written.includes("\n") ? 2 : 1
        width: Math.min(parent.width - Theme.px(48), Theme.px(900))
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.max(keys.gap, (keys.height - height - board.height - keys.gap) / 2)
    }
    Keyboard {
        id: board

        next: keys.next
        latched: keys.latched
        ringed: keys.ringed
        width: Math.min(parent.width - Theme.px(16), Math.max(Theme.px(720), (keys.room - paper.implicitHeight - 3 * keys.gap) * 3))
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: paper.bottom
        anchors.topMargin: keys.gap
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true
        onPressed: deed => {
            keys.forceActiveFocus();
            if (!keys.over)
                keys.player.did(deed);
        }
    }
    Lead {
        on: keys.led
        to: board.spot
    }
}
