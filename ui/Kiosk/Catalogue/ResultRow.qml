pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Look
import Kiosk.Parts

// One title in the list: what it is, and where it can be had.
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
    required property string cover
    required property int index

    readonly property color colour: Kinds.colour(kind)
    readonly property string kindIcon: Kinds.icon(kind, easy)
    // A ground behind letters is as high as their line: too high in Arabic, and too loud in high contrast
    readonly property string markStyle: Theme.high || Theme.faceOf(name) === Theme.arabic ? "text-decoration:underline; color:" + (Theme.high ? Theme.sun : Theme.blue) : "background-color:" + Theme.mark
    // "Multatuli, 1860"
    readonly property var about: [roman, ...authors.slice(0, 2), year ? year.toString() : "", minutes ? Say.duration(minutes) : ""].filter(part => part)

    says: [name, ...about, Kinds.word(kind, easy), places.text, places.more].filter(part => part).join(". ")
    accessibleRole: Accessible.ListItem
    implicitHeight: Math.max(Theme.px(cover.visible ? 152 : 0), Math.ceil(content.implicitHeight) + Theme.px(28))

    Places {
        id: places

        place: row.place
        kind: row.kind
        count: row.count
        branch: row.branch
        branches: row.branches
        callNumber: row.callNumber
        shelf: row.shelf
        floor: row.floor
        due: row.due
    }
    Card {
        anchors.fill: parent
        fill: row.held ? Theme.shade : Theme.card
    }
    GridLayout {
        id: content

        anchors {
            left: parent.left
            right: onward.left
            leftMargin: Theme.px(16)
            rightMargin: Theme.px(16)
            verticalCenter: parent.verticalCenter
        }
        columns: Theme.narrow ? 2 : 4
        columnSpacing: Theme.px(28)
        rowSpacing: Theme.px(12)

        Cover {
            id: cover

            visible: Theme.roomWidth >= 760
            picture: row.cover
            title: row.name
            colour: row.colour
            icon: row.kindIcon
            ornament: Kinds.ornament(row.kind, row.easy)
            Layout.preferredWidth: Theme.px(92)
            Layout.preferredHeight: Theme.px(124)
            Layout.rowSpan: Theme.narrow ? 2 : 1
        }
        ColumnLayout {
            spacing: Theme.px(4)
            Layout.fillWidth: true

            Words {
                text: row.marked.replace(/<b>/g, "<span style='" + row.markStyle + "'>").replace(/<\/b>/g, "</span>")
                textFormat: Text.RichText
                size: 30
                strong: true
                Accessible.ignored: true
                Layout.fillWidth: true
            }
            Words {
                visible: text !== ""
                text: Kinds.line(row.about)
                size: Theme.row
                color: Theme.soft
                Accessible.ignored: true
                Layout.fillWidth: true
            }
            RowLayout {
                spacing: Theme.px(10)
                Layout.topMargin: Theme.px(4)

                Icon {
                    name: row.kindIcon
                    size: 24
                    ink: row.colour
                }
                Words {
                    text: Kinds.word(row.kind, row.easy)
                    size: Theme.small
                    strong: true
                    color: row.colour
                    Accessible.ignored: true
                    Layout.fillWidth: true
                }
            }
        }
        Rectangle {
            visible: !Theme.narrow
            color: Theme.line
            Layout.preferredWidth: Theme.hairline
            Layout.preferredHeight: Theme.px(96)
        }
        RowLayout {
            spacing: Theme.px(18)
            Layout.preferredWidth: Theme.narrow ? -1 : Theme.px(350)
            Layout.fillWidth: Theme.narrow

            Icon {
                name: places.icon
                size: 34
                ink: places.colour
            }
            ColumnLayout {
                spacing: Theme.px(2)
                Layout.fillWidth: true

                Words {
                    text: places.text
                    strong: true
                    color: places.colour
                    Accessible.ignored: true
                    Layout.fillWidth: true
                }
                Words {
                    visible: text !== ""
                    text: places.more
                    size: Theme.small
                    color: Theme.soft
                    Accessible.ignored: true
                    Layout.fillWidth: true
                }
            }
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
