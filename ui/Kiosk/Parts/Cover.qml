pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Look

// A drawn cover for a title that has none: the colour and icon of its kind, one of four ornaments, the title.
Rectangle {
    id: cover

    // The address of a real one, if there is any
    property string picture
    property string title
    property string author
    property color colour: Theme.blue
    property string icon: "book"
    // 0 to 3
    property int ornament: 0
    property real size: Theme.seat

    readonly property color pale: Theme.coverPale
    readonly property color words: Theme.high ? colour : Theme.coverInk

    implicitWidth: Theme.px(96)
    implicitHeight: Theme.px(128)
    radius: Theme.paperCorner
    color: Theme.high ? Theme.card : colour
    border.width: Theme.high ? 3 : 0
    border.color: colour
    Accessible.ignored: true

    Item {
        anchors.fill: parent
        anchors.margins: cover.border.width
        clip: true

        Rectangle {
            visible: cover.ornament === 0
            width: parent.width * 1.1
            height: width
            radius: width / 2
            color: cover.pale
            x: parent.width * 0.35
            y: parent.height * 0.5
        }
        Repeater {
            model: cover.ornament === 1 ? 5 : 0

            Rectangle {
                required property int index

                width: cover.width
                height: cover.height * 0.05
                color: cover.pale
                y: cover.height * (0.5 + index * 0.1)
            }
        }
        Repeater {
            model: cover.ornament === 2 ? 3 : 0

            Rectangle {
                required property int index

                width: cover.width * (1.5 - index * 0.42)
                height: width
                radius: width / 2
                color: "transparent"
                border.width: cover.width * 0.07
                border.color: cover.pale
                x: cover.width - width / 2
                y: cover.height - height / 2
            }
        }
        Repeater {
            model: cover.ornament === 3 ? 3 : 0

            Rectangle {
                required property int index

                width: cover.width * 0.5
                height: width
                rotation: 45
                color: cover.pale
                x: cover.width * (0.05 + index * 0.3)
                y: cover.height * 0.72
            }
        }
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
        font.pixelSize: Math.round(cover.width * cover.size / 96)
        text: cover.title
        bold: true
        color: cover.words
        lineHeight: 0.9
        height: parent.height * 0.5
        // A long word makes the letters smaller rather than break
        fontSizeMode: Text.Fit
        minimumPixelSize: 8
        elide: Text.ElideRight
        wrapMode: Text.WordWrap
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
    Rectangle {
        visible: real.status === Image.Ready
        radius: cover.radius
        color: Theme.high ? Theme.card : Theme.shade
        anchors.fill: parent
        anchors.margins: cover.border.width

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
