import QtQuick
import QtQuick.Layouts
import Kiosk.Look
import Kiosk.Parts

// One activity in the programme.
Pressable {
    id: one

    required property var event

    readonly property bool cancelled: event.cancelled
    readonly property color colour: EventWords.colour(event.theme)
    readonly property string where: [EventWords.place(event), Say.words(event.audience)].filter(Boolean).join(" · ")
    // The theme stands at the end, or under the words
    readonly property bool wide: Theme.roomWidth >= 1300

    says: [EventWords.hours(event), Say.words(event.title), cancelled ? calledOff.text : "", where].filter(Boolean).join(Say.comma)
    accessibleRole: Accessible.Link
    implicitHeight: Math.max(Theme.box(104), row.implicitHeight + Theme.box(40))

    Card {
        anchors.fill: parent
        fill: one.held ? Theme.shade : Theme.card
    }
    Rectangle {
        anchors {
            left: parent.left
            top: parent.top
            bottom: parent.bottom
        }
        width: Theme.box(10)
        color: one.cancelled ? Theme.edge : one.colour
        topLeftRadius: one.LayoutMirroring.enabled ? 0 : Theme.corner
        bottomLeftRadius: topLeftRadius
        topRightRadius: one.LayoutMirroring.enabled ? Theme.corner : 0
        bottomRightRadius: topRightRadius
    }
    RowLayout {
        id: row

        anchors {
            left: parent.left
            right: parent.right
            leftMargin: Theme.box(40)
            rightMargin: Theme.box(28)
            verticalCenter: parent.verticalCenter
        }
        spacing: Theme.px(24)

        Words {
            text: Say.time(one.event.starts)
            size: Theme.section
            bold: true
            single: true
            color: one.cancelled ? Theme.soft : Theme.ink
            font.strikeout: one.cancelled
            Accessible.ignored: true
            Layout.alignment: one.wide ? Qt.AlignVCenter : Qt.AlignTop
            Layout.minimumWidth: Theme.px(112)
        }
        ColumnLayout {
            spacing: Theme.px(4)
            Layout.fillWidth: true

            Words {
                text: Say.words(one.event.title)
                size: Theme.lead
                strong: true
                lineHeight: 1
                color: one.cancelled ? Theme.soft : Theme.ink
                Accessible.ignored: true
                Layout.fillWidth: true
            }
            Words {
                text: one.where
                visible: text !== ""
                size: Theme.row
                color: Theme.soft
                Accessible.ignored: true
                Layout.fillWidth: true
            }
            Words {
                id: calledOff

                visible: one.cancelled
                //: An activity that was called off
                text: qsTr("Dit gaat niet door")
                strong: true
                size: Theme.row
                color: Theme.alarm
                Accessible.ignored: true
                Layout.fillWidth: true
            }
            Tag {
                visible: !one.wide
                text: EventWords.theme(one.event.theme)
                icon: EventWords.icon(one.event.theme)
                ink: one.colour
                Accessible.ignored: true
                Layout.topMargin: Theme.px(4)
            }
        }
        Tag {
            visible: one.event.running && !one.cancelled && one.wide
            //: An activity that is going on now
            text: qsTr("Nu bezig")
            icon: "clock"
            ink: Theme.sun
            fill: Theme.sun
            Accessible.ignored: true
        }
        Tag {
            visible: one.wide
            text: EventWords.theme(one.event.theme)
            icon: EventWords.icon(one.event.theme)
            ink: one.colour
            Accessible.ignored: true
        }
        Icon {
            name: "chevron-right"
        }
    }
}
