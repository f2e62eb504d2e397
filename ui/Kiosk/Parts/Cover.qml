pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Look

// A drawn cover for a title that has none: the colour and icon of its kind, one of four ornaments, the title. Light,
// since every row of a list has one.
Rectangle {
    id: cover

    // The address of a real one, if there is any
    property string picture
    property string title
    property string author
    property color colour: Theme.blue
    property string icon: "book"
    property real size: Theme.seat

    // One of four, always the same for a title
    readonly property int ornament: Array.from(title).reduce((sum, letter) => (31 * sum + letter.codePointAt(0)) % 9973, 0) % 4
    // Letters of the longest word: it makes them smaller rather than break, until they would be too small
    readonly property int longest: Math.min(16, title.split(/[\s-]/).reduce((most, word) => Math.max(most, word.length), 1))
    readonly property color words: Theme.high ? colour : Theme.coverInk

    implicitWidth: Theme.px(96)
    implicitHeight: Theme.px(128)
    radius: Theme.paperCorner
    color: Theme.high ? Theme.card : colour
    border.width: Theme.high ? 3 : 0
    border.color: colour
    Accessible.ignored: true

    Image {
        anchors.fill: parent
        anchors.margins: cover.border.width
        sourceSize: Qt.size(cover.width, cover.height)
        source: "image://drawing/cover-" + cover.ornament
        Accessible.ignored: true
    }
    Rectangle {
        width: parent.width * 0.07
        height: parent.height
        radius: cover.radius
        color: Theme.high ? cover.colour : Theme.coverFold
        anchors.left: parent.left
    }
    Words {
        id: name

        anchors {
            left: parent.left
            right: parent.right
            top: parent.top
            leftMargin: parent.width * 0.14
            rightMargin: parent.width * 0.04
            topMargin: parent.height * 0.07
        }
        // The drawing of a book does not grow with the letters: the real title stands beside it
        font.pixelSize: Math.round(Math.min(cover.width * cover.size / 96, cover.width * 1.3 / cover.longest))
        text: cover.title
        bold: true
        color: cover.words
        lineHeight: 0.9
        height: parent.height * 0.5
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    Words {
        visible: cover.author !== "" && y + height < mark.y
        anchors {
            left: name.left
            right: parent.right
            top: name.top
            topMargin: name.contentHeight + parent.height * 0.04
            rightMargin: parent.width * 0.08
        }
        font.pixelSize: Math.round(name.font.pixelSize * 0.66)
        text: cover.author
        color: cover.words
        maximumLineCount: 2
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    Icon {
        id: mark

        name: cover.icon
        ink: cover.words
        size: cover.width * 0.3 / Theme.scale
        stroke: 1.75
        anchors {
            right: parent.right
            bottom: parent.bottom
            margins: parent.width * 0.08
        }
    }
    Loader {
        active: cover.picture !== ""
        anchors.fill: parent
        anchors.margins: cover.border.width

        sourceComponent: Rectangle {
            visible: real.status === Image.Ready
            radius: cover.radius
            color: Theme.high ? Theme.card : Theme.shade

            Image {
                id: real

                asynchronous: true
                source: cover.picture
                sourceSize: Qt.size(cover.width, cover.height)
                fillMode: Image.PreserveAspectFit
                anchors.fill: parent
                Accessible.ignored: true
            }
        }
    }
}
