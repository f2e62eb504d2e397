import QtQuick
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// The sheet on which typed text appears, with the line that shows where one types.
Rectangle {
    id: paper

    required property Player player
    property bool ringed: false
    property int lines: 2

    readonly property string before: player.written.slice(0, player.cursor)

    implicitHeight: words.height + Theme.px(lines > 1 ? 48 : 32)
    radius: Theme.corner
    color: Theme.card
    border.width: Theme.border
    border.color: Theme.edge
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Words {
        id: words

        text: paper.player.written
        size: Theme.page
        strong: true
        lineHeight: 1
        height: Math.max(implicitHeight, line.height * paper.lines)
        anchors {
            left: parent.left
            right: parent.right
            margins: Theme.px(32)
            verticalCenter: parent.verticalCenter
        }
        Accessible.ignored: true
    }
    // As wide and as high as the text before the line
    Words {
        id: measure

        visible: false
        text: paper.before.slice(paper.before.lastIndexOf("\n") + 1).replace(/ /g, "\u00A0")
        size: Theme.page
        strong: true
        single: true
    }
    Rectangle {
        id: line

        readonly property int row: paper.before.split("\n").length - 1

        x: words.x + measure.implicitWidth
        y: words.y + row * measure.implicitHeight
        width: Theme.px(4)
        height: measure.implicitHeight
        color: Theme.green
    }
    Ring {
        visible: paper.ringed
    }
}
