pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Look

// A choice: what to look at, and under it the options, as words or as messages themselves.
Kind {
    id: choose

    readonly property var options: player.do.options ?? []
    readonly property var expected: player.do.expect ?? []
    readonly property Item spot: player.next.length ? all.itemAt(options.findIndex(option => option.id === player.next[0])) : null

    function step(from: int, away: int) {
        (all.itemAt(from + away) as Option)?.forceActiveFocus(Qt.TabFocusReason);
    }

    implicitHeight: column.implicitHeight + Theme.px(64)
    Keys.onDownPressed: step(-1, 1)

    Column {
        id: column

        x: Theme.px(32)
        y: Math.max(Theme.px(32), (choose.height - implicitHeight) / 2)
        width: parent.width - 2 * x
        spacing: Theme.px(16)

        Message {
            visible: choose.player.do.message != null
            given: choose.player.do.message ?? null
            second: choose.player.second
            width: parent.width
        }
        Repeater {
            id: all

            model: choose.options

            Option {
                required property var modelData
                required property int index

                given: modelData
                second: choose.player.second
                picked: choose.player.deeds.includes(modelData.id)
                fitting: choose.expected.includes(modelData.id)
                over: choose.over
                marked: choose.ringed && choose.player.next.includes(modelData.id)
                width: column.width
                onPressed: choose.player.did(modelData.id)
                Keys.onUpPressed: choose.step(index, -1)
                Keys.onDownPressed: choose.step(index, 1)
            }
        }
    }
    Lead {
        on: choose.led
        to: choose.spot
    }
}
