pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Look
import Kiosk.Parts

// The card about one activity: what it is, when, where and for whom. Where there is room, the people who meet sit
// beside that, on a shelf.
Card {
    id: about

    // A row of Events
    required property var event
    // As high as its neighbour
    property real least: 0

    readonly property bool cancelled: event.cancelled ?? false
    readonly property color tone: EventWords.colour(event.theme ?? "")
    readonly property bool drawn: least > 0 && width > Theme.px(900)

    // [{icon, text}]
    function facts(): var {
        const all = [
            {
                "icon": "clock",
                "text": Say.capital(Say.dayFrom(event.starts, Say.now)) + Say.comma + EventWords.hours(event)
            },
            {
                "icon": "map-pin",
                "text": [EventWords.place(event), event.here ? "" : event.address].filter(Boolean).join(Say.comma)
            },
            {
                "icon": "users",
                "text": Say.words(event.audience)
            },
            {
                "icon": "languages",
                //: In which languages an activity is held; %1 is "Nederlands en Engels"
                "text": event.languages?.length ? qsTr("Wij spreken %1.").arg(EventWords.languages(event)) : ""
            }
        ];
        return all.filter(fact => fact.text !== "");
    }

    implicitHeight: Math.max(inner.implicitHeight + 2 * inner.air, least)

    Rectangle {
        anchors {
            left: parent.left
            top: parent.top
            bottom: parent.bottom
        }
        width: Theme.box(12)
        color: about.tone
        topLeftRadius: about.LayoutMirroring.enabled ? 0 : Theme.corner
        bottomLeftRadius: topLeftRadius
        topRightRadius: about.LayoutMirroring.enabled ? Theme.corner : 0
        bottomRightRadius: topRightRadius
    }
    ColumnLayout {
        id: inner

        readonly property real air: Theme.box(48)

        anchors {
            left: parent.left
            leftMargin: Theme.box(56)
            right: parent.right
            rightMargin: Theme.box(40)
            top: parent.top
            topMargin: air
        }
        spacing: Theme.px(20)

        Tag {
            text: EventWords.theme(about.event.theme ?? "")
            icon: EventWords.icon(about.event.theme ?? "")
            ink: about.tone
            size: Theme.row
        }
        Words {
            text: Say.words(about.event.title)
            size: Theme.home
            bold: true
            heading: true
            Layout.fillWidth: true
        }
        CalledOff {
            visible: about.cancelled
            Layout.fillWidth: true
        }
        Item {
            implicitHeight: Math.max(lines.implicitHeight, about.drawn ? table.height : 0) + Theme.px(8)
            Layout.fillWidth: true
            Layout.topMargin: Theme.px(8)

            ColumnLayout {
                id: lines

                width: parent.width - (about.drawn ? table.width : 0)
                anchors.left: parent.left
                spacing: Theme.px(20)

                Repeater {
                    model: about.event.eventId === undefined ? [] : about.facts()

                    DiscLine {
                        required property var modelData
                        required property int index

                        icon: modelData.icon
                        text: modelData.text
                        tone: about.tone
                        disc: 56
                        strong: index === 0
                        Layout.fillWidth: true
                    }
                }
            }
            Drawing {
                id: table

                visible: about.drawn
                name: "door-meedoen"
                width: Theme.px(384)
                height: Math.round(width * 220 / 320)
                anchors.right: parent.right
                anchors.bottom: parent.bottom
            }
        }
        Rectangle {
            visible: told.visible
            implicitHeight: about.drawn ? Theme.px(8) : Theme.hairline
            radius: height / 3
            color: about.drawn ? Theme.wood : Theme.line
            Layout.fillWidth: true
            Layout.topMargin: about.drawn ? -inner.spacing : 0
        }
        Words {
            id: told

            text: Say.words(about.event.summary)
            visible: text !== ""
            size: Theme.lead
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.prose
            Layout.topMargin: Theme.px(8)
        }
    }
}
