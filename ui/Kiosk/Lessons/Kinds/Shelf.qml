pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Look

// Three boards with books; the yellow ones are the targets. Drawn in 1118 by 748 units, as large as there is room.
Scene {
    id: shelf

    readonly property real k: Math.min(width / 1118, height / 748)
    readonly property var sizes: player.do.sizes ?? []

    readonly property var boards: [
        {
            "at": 226,
            "row": [book(56, 150, Theme.blueTint), book(44, 180, Theme.card), book(72, 168, Theme.blue), book(50, 140, Theme.plumTint), goal(1), book(46, 156, Theme.greenTint), book(64, 176, Theme.card), thing(110, "plant", 150), book(54, 164, Theme.clay), book(40, 180, Theme.clayTint), book(60, 150, Theme.card), book(70, 170, Theme.blueTint), goal(5), book(44, 156, Theme.card)]
        },
        {
            "at": 461,
            "row": [thing(44, "", 0), book(64, 170, Theme.card), book(48, 184, Theme.clayTint), book(70, 150, Theme.green), goal(6), book(56, 166, Theme.blueTint), thing(118, "globe", 150), book(60, 178, Theme.plumTint), goal(2), book(52, 156, Theme.card), book(66, 172, Theme.greenTint), book(58, 148, Theme.card), book(46, 166, Theme.blue)]
        },
        {
            "at": 696,
            "row": [book(72, 160, Theme.plum), book(46, 180, Theme.card), book(58, 168, Theme.clayTint), goal(3), book(50, 150, Theme.card), thing(190, "plant", 120), book(64, 178, Theme.blueTint), book(54, 160, Theme.card), goal(4), book(42, 184, Theme.greenTint), book(70, 152, Theme.card), book(62, 170, Theme.plumTint)]
        }
    ]

    function book(wide: real, tall: real, fill: color): var {
        return {
            "wide": wide,
            "tall": tall,
            "fill": fill,
            "drawing": "",
            "name": ""
        };
    }
    function thing(wide: real, drawing: string, tall: real): var {
        return {
            "wide": wide,
            "tall": tall,
            "fill": "transparent",
            "drawing": drawing,
            "name": ""
        };
    }
    // A target, while there are as many; else an ordinary book
    function goal(number: int): var {
        return number > sizes.length ? book(58, 162, Theme.card) : {
            "wide": sizes[number - 1],
            "tall": 184,
            "fill": Theme.sun,
            "drawing": "",
            "name": String(number)
        };
    }
    function find(next: var): Item {
        for (let board = 0; board < all.count; board++) {
            const row = all.itemAt(board) as Board;
            for (let place = 0; row && place < row.books.count; place++) {
                const book = row.books.itemAt(place) as Book;
                if (book && book.name !== "" && book.name === next[0])
                    return book;
            }
        }
        return null;
    }

    component Board: Item {
        id: board

        required property var modelData
        property alias books: standing

        x: (shelf.width - 976 * shelf.k) / 2
        y: (shelf.height - 748 * shelf.k) / 2 + modelData.at * shelf.k
        width: 976 * shelf.k

        Rectangle {
            x: -28 * shelf.k
            width: 1032 * shelf.k
            height: 16 * shelf.k
            radius: height / 5
            color: Theme.wood

            Rectangle {
                width: parent.width
                height: parent.height / 4
                radius: height / 2
                color: Theme.woodLight
            }
        }
        Row {
            anchors.bottom: parent.top
            x: 8 * shelf.k
            spacing: 8 * shelf.k

            Repeater {
                id: standing

                model: board.modelData.row

                Book {
                    required property var modelData

                    k: shelf.k
                    name: modelData.name
                    wide: modelData.wide
                    tall: modelData.tall
                    fill: modelData.fill
                    drawing: modelData.drawing
                    count: shelf.sizes.length
                    done: shelf.player.deeds.includes(name)
                    marked: shelf.ringed && name !== "" && shelf.player.next[0] === name
                    onPressed: shelf.player.did(name)
                }
            }
        }
    }

    spot: find(player.next)

    Repeater {
        id: all

        model: shelf.boards

        Board {}
    }
}
