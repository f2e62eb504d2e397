pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Kiosk.Look

// One floor, drawn from its record (wire.Floor) as large as there is room. It is the map of a real room, so it is never
// mirrored. Children are laid over it; `zoom` is how many pixels a unit of the plan has. Whoever cannot see it finds the
// same in a list beside it.
Item {
    id: floor

    required property var plan
    // {floor, x, y} of this screen, in plan units
    property var here: ({})
    // The place in `plan.pieces` of a shelf to find
    property int found: -1
    // Letters of the plan are at least so high, in pixels
    property real least: 0

    default property alias content: over.data

    readonly property real zoom: plan ? Math.min(width / plan.width, height / plan.height) : 1
    readonly property real letters: Math.max(20 * zoom, least)
    readonly property string inner: plan ? plan.pieces.filter(piece => piece.what === "wall").map(piece => piece.path).join("") : ""

    implicitHeight: plan ? width * plan.height / plan.width : 0
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    Accessible.ignored: true

    component Line: Shape {
        id: line

        property alias path: svg.path
        property alias fill: shape.fillColor
        property alias ink: shape.strokeColor
        property alias thick: shape.strokeWidth

        transform: Scale {
            xScale: floor.zoom
            yScale: floor.zoom
        }

        ShapePath {
            id: shape

            fillColor: "transparent"
            strokeWidth: -1
            joinStyle: ShapePath.RoundJoin
            capStyle: ShapePath.FlatCap

            PathSvg {
                id: svg
            }
        }
    }
    component Pieces: Repeater {
        FloorPiece {
            required property int index

            zoom: floor.zoom
            letters: floor.letters
            found: modelData.place === floor.found
        }
    }

    function pieces(wanted: var): var {
        if (!plan)
            return [];
        const placed = plan.pieces.map((piece, place) => Object.assign({
                "place": place
            }, piece));
        return placed.filter(piece => wanted(piece.what));
    }

    Item {
        anchors.centerIn: parent
        width: floor.plan ? floor.plan.width * floor.zoom : 0
        height: floor.plan ? floor.plan.height * floor.zoom : 0

        // A layer, since the software renderer paints a Shape that was scrolled out of sight over whatever lies there;
        // and opaque, since it does not wipe a layer
        Rectangle {
            anchors.fill: parent
            color: Theme.card
            layer.enabled: true

            Line {
                path: floor.plan?.ground ?? ""
                fill: Theme.planGround
            }
            Pieces {
                model: floor.pieces(what => what === "room")
            }
            Line {
                path: floor.inner
                ink: Theme.planWall
                thick: 5
            }
            Line {
                path: floor.plan?.walls ?? ""
                ink: Theme.planWall
                thick: 8
            }
        }
        Pieces {
            model: floor.pieces(what => what !== "room" && what !== "wall")
        }
        Item {
            id: over

            anchors.fill: parent
        }
        Item {
            id: marker

            visible: floor.here?.floor !== undefined && floor.here.floor === floor.plan?.number
            x: (floor.here?.x ?? 0) * floor.zoom
            y: (floor.here?.y ?? 0) * floor.zoom

            Rectangle {
                x: -width / 2
                y: -height / 2
                width: 36 * floor.zoom
                height: width
                radius: width / 2
                color: Theme.sun
                border.width: 3
                border.color: Theme.overSun

                Rectangle {
                    anchors.centerIn: parent
                    width: parent.width / 3
                    height: width
                    radius: width / 2
                    color: Theme.overSun
                }
            }
            Words {
                //: On the plan, beside a dot: this screen stands here
                text: qsTr("U bent hier")
                size: floor.letters / Theme.scale
                bold: true
                single: true
                x: -width - 30 * floor.zoom
                y: -height / 2
            }
        }
    }
}
