import QtQuick
import Kiosk.Look

// Something that lies on the paper.
Item {
    id: card

    property color fill: Theme.card
    property color edge: Theme.cardEdge
    property real edgeWidth: Theme.hairline
    property bool raised: true
    property real radius: Theme.corner

    default property alias content: inside.data

    BorderImage {
        visible: card.raised && !Theme.high
        anchors.fill: parent
        anchors.margins: -32
        source: "image://drawing/card-shadow"
        border {
            left: 56
            right: 56
            top: 56
            bottom: 56
        }
        Accessible.ignored: true
    }
    Rectangle {
        id: inside

        anchors.fill: parent
        radius: card.radius
        color: card.fill
        border.color: card.edge
        border.width: card.edgeWidth
    }
}
