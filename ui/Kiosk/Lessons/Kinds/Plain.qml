pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Look

// One round target after the other, each in another place. A miss makes the next try larger.
Scene {
    id: plain

    readonly property var sizes: player.do.sizes ?? []
    readonly property string next: player.next[0] ?? ""
    readonly property var places: [Qt.point(0.62, 0.34), Qt.point(0.22, 0.6), Qt.point(0.78, 0.7), Qt.point(0.2, 0.24), Qt.point(0.5, 0.52), Qt.point(0.85, 0.25)]

    function side(number: int): real {
        const grown = sizes[number] * (String(number + 1) === next ? 1 + 0.25 * Math.min(player.misses, 4) : 1);
        return Math.min(Math.round(Theme.unit * grown * Math.max(1, Theme.textScale * 0.75)), height * 0.5);
    }

    spot: next === "" ? null : all.itemAt(Number(next) - 1)

    Repeater {
        id: all

        model: plain.sizes.length

        Round {
            required property int index

            name: String(index + 1)
            count: plain.sizes.length
            points: plain.player.do.act === "point"
            done: plain.player.deeds.includes(name)
            waiting: !done && plain.next !== name
            marked: plain.ringed && plain.next === name
            width: plain.side(index)
            x: plain.places[index].x * plain.width - width / 2
            y: plain.places[index].y * plain.height - height / 2
            onHit: plain.player.did(name)
        }
    }
}
