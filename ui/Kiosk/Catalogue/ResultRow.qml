import QtQuick
import Kiosk.Look
import Kiosk.Parts

// One title in the list: what it is, and where it can be had. It has no layouts and no shadow, since a screenful of
// rows has to be drawn anew between two keys.
Pressable {
    id: row

    required property string titleId
    required property string name
    required property string marked
    required property string roman
    required property var authors
    required property int year
    required property string kind
    required property bool easy
    required property int minutes
    required property string place
    required property int count
    required property string branch
    required property int branches
    required property string callNumber
    required property string shelf
    required property var floor
    required property var due
    required property int editions
    required property var kinds
    required property string cover
    required property bool blank
    required property int index

    // Where it can be had stands beside what it is
    readonly property bool wide: width >= Theme.px(1080)
    readonly property bool covered: width >= Theme.px(620)
    readonly property color colour: Kinds.colour(kind)
    readonly property color placeColour: Places.colour(place)
    readonly property string placeText: Places.text(row)
    readonly property string placeMore: Places.more(row)
    readonly property string kindIcon: Kinds.icon(kind, easy)
    // "Boek, ook als e-boek en luisterboek"
    readonly property string kindText: Kinds.word(kind, easy) + (kinds.length ? Say.comma + Kinds.also(kinds) : "")
    // A ground behind letters is as high as their line: too high in Arabic, and too loud in high contrast
    readonly property string markStyle: Theme.high || Theme.faceOf(name) === Theme.arabic ? "text-decoration:underline; color:" + (Theme.high ? Theme.sun : Theme.blue) : "background-color:" + Theme.mark
    // "Multatuli, 1860"
    readonly property var about: [roman, ...authors.slice(0, 2), year ? year.toString() : "", minutes ? Say.duration(minutes) : ""].filter(part => part)

    readonly property real air: Theme.px(9)
    readonly property real whatHeight: title.height + facts.height + kindWords.height + Theme.px(8)
    readonly property real whereHeight: where.height + (more.visible ? more.height + Theme.px(2) : 0)
    readonly property real whatTop: wide ? Math.max(air, (height - whatHeight) / 2) : air

    visible: !blank
    says: [name, ...about, kindText, placeText, placeMore].filter(part => part).join(". ")
    accessibleRole: Accessible.ListItem
    implicitHeight: Math.ceil(Math.max(covered ? Theme.px(152) : 0, wide ? Math.max(whatHeight, whereHeight) + 2 * air : whatHeight + whereHeight + Theme.px(12) + 2 * air))

    Rectangle {
        anchors.fill: parent
        radius: Theme.corner
        color: row.held ? Theme.shade : Theme.card
        border.color: Theme.cardEdge
        border.width: Theme.high ? Theme.hairline : 2
    }
    Cover {
        id: front

        visible: row.covered
        width: visible ? Theme.px(92) : 0
        height: Theme.px(124)
        picture: row.cover
        title: row.name
        colour: row.colour
        icon: row.kindIcon
        anchors {
            left: parent.left
            leftMargin: Theme.px(16)
            verticalCenter: parent.verticalCenter
        }
    }
    Words {
        id: title

        text: row.marked.replace(/<b>/g, "<span style='" + row.markStyle + "'>").replace(/<\/b>/g, "</span>")
        textFormat: Text.RichText
        size: 26
        strong: true
        Accessible.ignored: true
        anchors {
            top: parent.top
            left: front.right
            right: row.wide ? line.left : onward.left
            topMargin: row.whatTop
            leftMargin: Theme.px(row.covered ? 28 : 8)
            rightMargin: Theme.px(20)
        }
    }
    Words {
        id: facts

        height: text ? implicitHeight : 0
        text: Kinds.line(row.about)
        size: Theme.small
        color: Theme.soft
        Accessible.ignored: true
        anchors {
            top: title.bottom
            left: title.left
            right: title.right
            topMargin: Theme.px(2)
        }
    }
    Icon {
        id: kindMark

        name: row.kindIcon
        size: 24
        ink: row.colour
        anchors {
            top: kindWords.top
            left: title.left
        }
    }
    Words {
        id: kindWords

        text: row.kindText
        size: Theme.small
        strong: true
        color: row.colour
        Accessible.ignored: true
        anchors {
            top: facts.bottom
            left: kindMark.right
            right: title.right
            topMargin: Theme.px(6)
            leftMargin: Theme.px(10)
        }
    }
    Rectangle {
        id: line

        visible: row.wide
        width: Theme.hairline
        height: Theme.px(96)
        color: Theme.line
        anchors {
            right: parent.right
            rightMargin: Theme.px(410)
            verticalCenter: parent.verticalCenter
        }
    }
    Icon {
        id: pin

        name: Places.icon(row)
        size: 32
        ink: row.placeColour
        anchors {
            left: row.wide ? line.right : title.left
            leftMargin: row.wide ? Theme.px(24) : 0
            top: where.top
        }
    }
    Words {
        id: where

        text: row.placeText
        size: Theme.row
        strong: true
        color: row.placeColour
        Accessible.ignored: true
        anchors {
            top: parent.top
            topMargin: row.wide ? (row.height - row.whereHeight) / 2 : row.whatTop + row.whatHeight + Theme.px(12)
            left: pin.right
            leftMargin: Theme.px(14)
            right: onward.left
            rightMargin: Theme.px(12)
        }
    }
    Words {
        id: more

        visible: text !== ""
        text: row.placeMore
        size: Theme.small
        color: Theme.soft
        Accessible.ignored: true
        anchors {
            top: where.bottom
            topMargin: Theme.px(2)
            left: where.left
            right: where.right
        }
    }
    Icon {
        id: onward

        name: "chevron-right"
        size: 32
        ink: Theme.soft
        anchors {
            right: parent.right
            rightMargin: Theme.px(20)
            verticalCenter: parent.verticalCenter
        }
    }
}
