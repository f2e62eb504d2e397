import QtQuick
import Kiosk.Look
import Kiosk.Parts

// A door is a book seen from the front: a spine, a word, a sentence, a drawing.
Pressable {
    id: door

    property string word
    property string sentence
    property string drawing
    property color colour

    // There is room for the drawing beside the words
    readonly property bool drawn: width - spine.width > words.implicitWidth + Theme.px(220) && width > Theme.px(520)
    readonly property real inset: Theme.px(width < Theme.px(520) ? 24 : 48)

    says: word + ". " + sentence
    implicitHeight: column.implicitHeight + 2 * Theme.box(15)

    Card {
        id: card

        anchors.fill: parent
        fill: door.held ? Theme.shade : Theme.card

        Item {
            id: spine

            anchors {
                left: parent.left
                top: parent.top
                bottom: parent.bottom
                margins: card.edgeWidth
            }
            width: Math.round(Theme.unit * 32)
            clip: true

            Spine {
                width: 2 * parent.width
                height: parent.height
                x: door.LayoutMirroring.enabled ? -parent.width : 0
                radius: Theme.corner - card.edgeWidth
                color: door.colour
                bandAt: Math.round(Theme.unit * 40)
                bandHeight: Math.round(Theme.unit * 4)
            }
        }
        Column {
            id: column

            anchors {
                left: spine.right
                leftMargin: door.inset
                right: picture.left
                rightMargin: Theme.between
                verticalCenter: parent.verticalCenter
            }
            spacing: Theme.box(8)

            Words {
                id: words

                text: door.word
                size: 52 * Theme.calm
                bold: true
                color: door.colour
                width: parent.width
                Accessible.ignored: true
            }
            Words {
                text: door.sentence
                size: Theme.lead
                width: Math.min(parent.width, Theme.px(door.drawn ? 330 : 500))
                anchors.left: parent.left
                Accessible.ignored: true
            }
        }
        Drawing {
            id: picture

            name: door.drawn ? door.drawing : ""
            width: door.drawn ? Math.min(Math.round(Theme.unit * 340), door.width - spine.width - door.inset - Math.max(words.implicitWidth, Theme.px(200)) - 3 * Theme.between) : 0
            height: Math.min(width * 220 / 320, door.height - Theme.px(32))
            anchors {
                right: parent.right
                rightMargin: door.drawn ? 2 * Theme.between : 0
                verticalCenter: parent.verticalCenter
            }
        }
    }
}
