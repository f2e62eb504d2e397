pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Look

// One thing on a floor: a table, a shelf with books, a plant, a window …  `zoom`: pixels for a unit of the plan.
Loader {
    id: piece

    required property var modelData
    required property real zoom
    // How high its letters are, in pixels
    required property real letters
    property bool found: false

    readonly property real wide: modelData.width * zoom
    readonly property real high: modelData.height * zoom
    readonly property var drawn: ({
            "room": room,
            "table": table,
            "counter": table,
            "shelf": shelf,
            "plant": plant,
            "window": pane,
            "monitor": monitor,
            "zone": zone,
            "entrance": entrance
        })

    x: modelData.x * zoom
    y: modelData.y * zoom
    sourceComponent: drawn[modelData.what] ?? null

    component Label: Words {
        // Where its box begins, for letters of every script to stand on the same line: 97 % of Latin ones lies over it
        readonly property real foot: 20 * 0.97 * piece.zoom - baselineOffset

        text: Say.words(piece.modelData.label)
        size: piece.letters / Theme.scale
        strong: true
        single: true
        color: Theme.soft
    }

    Component {
        id: room

        Rectangle {
            width: piece.wide
            height: piece.high
            color: Theme.planRoom
            radius: piece.modelData.radius * piece.zoom

            Label {
                x: radius ? (parent.width - width) / 2 : 20 * piece.zoom
                y: radius ? (parent.height - height) / 2 : 20 * piece.zoom + foot

                readonly property real radius: piece.modelData.radius
            }
        }
    }
    Component {
        id: table

        Rectangle {
            width: piece.wide
            height: piece.high
            color: Theme.planTable
            border.width: Math.max(1, 2 * piece.zoom)
            border.color: Theme.wood
            radius: (piece.modelData.what === "counter" ? piece.modelData.height / 2 : piece.modelData.radius) * piece.zoom

            Label {
                anchors.centerIn: parent
                color: Theme.ink
            }
        }
    }
    Component {
        id: shelf

        Rectangle {
            id: board

            width: piece.wide
            height: piece.high
            color: Theme.woodLight
            border.width: Math.max(1, (piece.found ? 4 : 2) * piece.zoom)
            border.color: piece.found ? Theme.ink : Theme.wood
            radius: 4 * piece.zoom

            Row {
                x: 8 * piece.zoom
                anchors.verticalCenter: parent.verticalCenter
                spacing: 4 * piece.zoom

                Repeater {
                    model: Math.floor((piece.modelData.width - 12) / 10)

                    Rectangle {
                        required property int index

                        width: 6 * piece.zoom
                        height: board.height * 0.6
                        radius: 1
                        opacity: 0.8
                        color: piece.found ? Theme.sun : [Theme.blue, Theme.card, Theme.clay, Theme.card, Theme.green, Theme.plum, Theme.card][index * 5 % 7]
                    }
                }
            }
        }
    }
    Component {
        id: plant

        Item {
            id: leaves

            width: piece.wide
            height: piece.high
            Repeater {
                model: 6

                Rectangle {
                    required property int index

                    width: leaves.width * 0.55
                    height: leaves.width * 0.27
                    radius: height / 2
                    color: Theme.planLeaf
                    border.width: 1.5
                    border.color: Theme.planLeafEdge
                    x: leaves.width * 0.46
                    y: leaves.height * 0.36
                    transformOrigin: Item.Left
                    rotation: index * 60
                }
            }
            Rectangle {
                width: leaves.width * 0.27
                height: width
                radius: width / 2
                color: Theme.planLeafEdge
                x: leaves.width * 0.34
                y: leaves.height * 0.36
            }
        }
    }
    Component {
        id: pane

        Rectangle {
            width: piece.wide
            height: piece.high
            color: Theme.planGlass
            border.width: 1.5
            border.color: Theme.planWall
        }
    }
    Component {
        id: monitor

        Icon {
            name: "monitor"
            size: piece.modelData.width * piece.zoom / Theme.scale
            stroke: 1.75
            ink: Theme.planMonitor
        }
    }
    Component {
        id: zone

        Item {
            Label {
                y: foot
            }
        }
    }
    Component {
        id: entrance

        Item {
            width: piece.wide
            height: piece.high

            Label {
                anchors.centerIn: parent
                color: Theme.ink
            }
        }
    }
}
