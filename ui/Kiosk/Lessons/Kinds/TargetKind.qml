pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Look

// Things to hit. The scene says which were hit ("1", "2" …) or missed (""); nothing in it is mirrored.
Kind {
    id: target

    readonly property bool shelf: player.do.scene === "shelf"
    readonly property Item spot: (scene.item as Scene)?.spot ?? null

    // The pointer was used last: then the focus stays where it is
    property bool pointed: false

    function toSpot() {
        spot?.forceActiveFocus(Qt.TabFocusReason);
    }

    implicitHeight: Math.round(Math.min(width * 748 / 1118, Math.max(room, Theme.unit * 360)))
    // Who hit one with Enter goes on with the next
    onSpotChanged: if (activeFocus && !pointed && player.done > 0)
        Qt.callLater(toSpot)
    Keys.onPressed: event => {
        pointed = false;
        event.accepted = [Qt.Key_Left, Qt.Key_Right, Qt.Key_Up, Qt.Key_Down].includes(event.key) && spot !== null;
        if (event.accepted)
            toSpot();
    }

    PointHandler {
        onActiveChanged: target.pointed = true
    }
    MouseArea {
        anchors.fill: parent
        enabled: target.player.do.act === "click" && !target.over
        onClicked: target.player.did("")
    }
    Loader {
        id: scene

        anchors.fill: parent
        sourceComponent: target.shelf ? books : rounds
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true
    }
    Component {
        id: books

        Shelf {
            player: target.player
            ringed: target.ringed
        }
    }
    Component {
        id: rounds

        Plain {
            player: target.player
            ringed: target.ringed
        }
    }
    Lead {
        on: target.led
        to: target.spot
    }
}
