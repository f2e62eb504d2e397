pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Look
import Kiosk.Parts

// Titles side by side under a heading, as many as fit. Tab comes to one of them; the arrow keys go along.
Column {
    id: strip

    required property string heading
    // RecordList of rows.FIELDS
    required property var titles
    property bool editions: false

    readonly property real apart: Theme.px(28)
    readonly property int room: Math.max(1, Math.floor((width + apart) / (Theme.px(176) + apart)))
    property int at: 0

    signal opened(string titleId)
    // Above the strip, and below it
    signal departed(int way)

    function enter() {
        covers.itemAt(Math.min(at, room - 1, covers.count - 1))?.forceActiveFocus(Qt.TabFocusReason);
    }
    function step(away: int) {
        const next = at + (LayoutMirroring.enabled ? -away : away);
        if (next >= 0 && next < Math.min(room, covers.count)) {
            at = next;
            enter();
        }
    }

    visible: covers.count > 0
    spacing: Theme.px(16)
    Accessible.role: Accessible.List
    Accessible.name: heading
    onRoomChanged: at = Math.min(at, room - 1)

    Words {
        width: parent.width
        text: strip.heading
        size: Theme.section * Theme.calm
        bold: true
        heading: true
    }
    Item {
        width: parent.width
        height: row.height

        // The plank that they stand on
        Rectangle {
            y: Theme.px(192)
            width: parent.width
            height: Math.round(6 * Theme.unit)
            radius: height / 2
            color: Theme.wood
        }
        Row {
            id: row

            width: parent.width
            spacing: strip.apart
            Repeater {
                id: covers

                model: strip.titles

                CoverCard {
                    required property int index

                    visible: index < strip.room
                    width: (strip.width + strip.apart) / strip.room - strip.apart
                    edition: strip.editions
                    activeFocusOnTab: activeFocus || index === Math.min(strip.at, covers.count - 1)
                    onPressed: {
                        strip.at = index;
                        strip.opened(titleId);
                    }
                    Keys.onLeftPressed: strip.step(-1)
                    Keys.onRightPressed: strip.step(1)
                    Keys.onUpPressed: strip.departed(-1)
                    Keys.onDownPressed: strip.departed(1)
                }
            }
        }
    }
}
