pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// What is on this week, by day, here or everywhere.
Screen {
    id: screen

    required property Events events
    required property Staff staff

    // The day stands beside its activities, or over them
    readonly property bool beside: Theme.roomWidth >= 1500
    readonly property real dayWidth: beside ? Theme.px(300) : 0

    function dayWord(moment: date): string {
        const away = Say.daysBetween(Say.now, moment);
        return Say.capital(away < 2 ? Say.dayFrom(moment, Say.now) : Say.weekday(moment));
    }
    function goTo(place: int) {
        const entry = days.itemAt(place) as Entry;
        if (entry)
            entry.card.forceActiveFocus(Qt.TabFocusReason);
    }

    title: qsTr("Meedoen")
    colour: Theme.plum
    // Where little fits, one begins at the beginning
    firstFocus: !days.count ? null : Theme.narrow ? words : (days.itemAt(0) as Entry)?.card ?? null
    //: Under the programme
    note: Say.ageAlone(staff.online, staff.synced) || (days.count ? qsTr("Alles is gratis. Kom gewoon langs.") : "")

    component Entry: Item {
        id: entry

        required property int index
        required property string eventId
        required property bool first
        required property date starts
        required property date ends
        required property var title
        required property var place
        required property var audience
        required property string theme
        required property string branch
        required property bool here
        required property bool running
        required property bool cancelled

        readonly property alias card: card
        // Plain, since the model's own row goes before what shows it
        readonly property var event: ({
                "starts": starts,
                "ends": ends,
                "title": title,
                "place": place,
                "audience": audience,
                "theme": theme,
                "branch": branch,
                "here": here,
                "running": running,
                "cancelled": cancelled
            })

        width: column.width
        implicitHeight: card.y + card.height + Theme.between

        Column {
            id: day
            visible: entry.first
            x: screen.LayoutMirroring.enabled ? entry.width - width : 0
            y: entry.index ? Theme.px(28) : 0
            width: screen.beside ? screen.dayWidth - Theme.gap : entry.width
            topPadding: screen.beside ? Theme.box(18) : 0

            Words {
                text: screen.dayWord(entry.starts)
                size: Theme.section
                bold: true
                heading: true
                width: parent.width
            }
            Words {
                text: Say.daysBetween(Say.now, entry.starts) < 2 ? Say.day(entry.starts) : Say.dayOfYear(entry.starts)
                color: Theme.soft
                width: parent.width
            }
        }
        EventCard {
            id: card

            event: entry.event
            x: screen.LayoutMirroring.enabled ? 0 : screen.dayWidth
            y: !entry.first ? 0 : screen.beside ? day.y : day.y + day.height + Theme.px(12)
            width: entry.width - screen.dayWidth
            height: implicitHeight
            onPressed: screen.go("event", {
                "eventId": entry.eventId
            })
            Keys.onUpPressed: screen.goTo(entry.index - 1)
            Keys.onDownPressed: screen.goTo(entry.index + 1)
        }
    }

    Scroll {
        id: scroll

        anchors.fill: parent
        barRoom: 0

        Column {
            id: column

            x: Theme.margin
            width: parent.width - 2 * Theme.margin
            bottomPadding: Theme.px(24)

            Item {
                id: head

                readonly property bool lower: width < words.implicitWidth + where.implicitWidth + Theme.px(48)

                width: parent.width
                implicitHeight: (lower ? where.y + where.height : Math.max(words.height, where.height) + Theme.box(24)) + Theme.px(28)

                Landing {
                    id: words

                    text: qsTr("Wat is er te doen?")
                    size: Theme.page
                    Keys.onDownPressed: screen.goTo(0)
                    y: Theme.box(10)
                    width: head.lower ? head.width : implicitWidth
                    anchors.left: parent.left
                }
                Segments {
                    id: where

                    x: head.lower !== LayoutMirroring.enabled ? 0 : head.width - width
                    y: head.lower ? words.y + words.height + Theme.px(16) : Theme.box(16)
                    chosen: screen.events.where
                    options: [
                        {
                            "key": "here",
                            //: Filter: activities in this branch
                            "text": qsTr("In deze bibliotheek"),
                            "icon": Theme.narrow ? "" : "map-pin"
                        },
                        {
                            "key": "all",
                            //: Filter: activities in every branch
                            "text": qsTr("Overal"),
                            "icon": Theme.narrow ? "" : "library"
                        }
                    ]
                    onChose: key => screen.events.where = key
                }
            }
            Repeater {
                id: days

                model: screen.events.week

                Entry {}
            }
            Empty {
                visible: days.count === 0
                width: parent.width
                drawing: "door-meedoen"
                title: qsTr("Deze week is hier niets te doen")
                text: screen.events.where === "here" ? qsTr("Misschien wel in een andere bibliotheek.") : qsTr("Kijk volgende week nog eens.")
                buttonText: screen.events.where === "here" ? qsTr("Kijk overal") : ""
                onPressed: screen.events.where = "all"
            }
        }
    }
}
