pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// Help with a step: hints, one after the other, and the same in a second language.
Column {
    id: aids

    required property Player player

    readonly property string hintLabel: player.hintLevel === 0 ? qsTr("Geef een hint") : player.hintLevel < player.hintCount ? qsTr("Nog een hint") : qsTr("Laatste hint")

    spacing: Theme.between

    Grid {
        id: buttons

        // Beside each other once a hint takes the room below
        readonly property bool paired: aids.player.hintLevel > 0 && width > Theme.px(500)
        readonly property real share: paired ? (width - spacing) / 2 : width

        width: parent.width
        columns: paired ? 2 : 1
        spacing: Theme.between

        Press {
            visible: aids.player.hintCount > 0
            width: buttons.share
            icon: "lightbulb"
            text: aids.hintLabel
            off: aids.player.hintLevel >= aids.player.hintCount || aids.player.state === "right"
            onPressed: aids.player.hint()
        }
        SecondLanguage {
            player: aids.player
            brief: buttons.paired
            width: buttons.share
        }
    }
    HintBox {
        player: aids.player
        width: parent.width
    }
}
