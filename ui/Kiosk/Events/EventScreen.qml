pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// One activity: what, when, where and for whom, and a code to take it along on a phone.
Screen {
    id: screen

    required property Events events
    required property string eventId

    readonly property var event: events.opened
    readonly property bool there: event.eventId !== undefined
    readonly property string language: Say.locale
    readonly property color tone: EventWords.colour(event.theme ?? "")

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

    title: qsTr("Meedoen")
    colour: Theme.plum
    reading: true
    note: there && !event.cancelled ? qsTr("U hoeft zich niet aan te melden.") : ""
    Component.onCompleted: events.open(eventId, language)
    onLanguageChanged: events.open(eventId, language)

    component Sentence: RowLayout {
        id: sentence

        property string icon
        property string number
        property string text

        spacing: Theme.px(18)

        Icon {
            name: sentence.icon
            size: 32
            stroke: 1.75
            ink: screen.tone
            Layout.alignment: Qt.AlignTop
        }
        Rectangle {
            visible: sentence.number !== ""
            implicitWidth: Theme.px(40)
            implicitHeight: implicitWidth
            radius: width / 2
            color: Theme.plumTint
            border.width: Theme.high ? 2 : 0
            border.color: Theme.plum
            Layout.alignment: Qt.AlignTop

            Words {
                text: sentence.number
                bold: true
                single: true
                color: Theme.plum
                anchors.centerIn: parent
                Accessible.ignored: true
            }
        }
        Words {
            text: sentence.text
            size: Theme.lead
            lineHeight: 1
            Layout.fillWidth: true
        }
    }

    Scroll {
        id: scroll

        anchors.fill: parent
        barRoom: 0

        GridLayout {
            id: page

            visible: screen.there
            x: Theme.margin
            y: Theme.box(24)
            width: parent.width - 2 * Theme.margin
            columns: Theme.roomWidth >= 1500 ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            Card {
                implicitHeight: Math.max(about.implicitHeight + 2 * Theme.box(56), page.columns === 2 ? scroll.height - 2 * scroll.air - Theme.box(64) : 0)
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop

                Rectangle {
                    anchors {
                        left: parent.left
                        top: parent.top
                        bottom: parent.bottom
                    }
                    width: Theme.box(12)
                    color: screen.tone
                    topLeftRadius: screen.LayoutMirroring.enabled ? 0 : Theme.corner
                    bottomLeftRadius: topLeftRadius
                    topRightRadius: screen.LayoutMirroring.enabled ? Theme.corner : 0
                    bottomRightRadius: topRightRadius
                }
                ColumnLayout {
                    id: about

                    anchors {
                        left: parent.left
                        right: parent.right
                        top: parent.top
                        margins: Theme.box(56)
                    }
                    spacing: Theme.px(20)

                    Tag {
                        text: EventWords.theme(screen.event.theme ?? "")
                        icon: EventWords.icon(screen.event.theme ?? "")
                        ink: screen.tone
                        size: Theme.row
                    }
                    Words {
                        text: Say.words(screen.event.title)
                        size: Theme.home
                        bold: true
                        heading: true
                        Layout.fillWidth: true
                    }
                    Rectangle {
                        visible: screen.event.cancelled ?? false
                        radius: Theme.corner
                        color: Theme.alarmTint
                        border.width: Theme.border
                        border.color: Theme.alarm
                        implicitHeight: off.implicitHeight + Theme.box(32)
                        Layout.fillWidth: true

                        RowLayout {
                            id: off

                            anchors {
                                left: parent.left
                                right: parent.right
                                margins: Theme.px(20)
                                verticalCenter: parent.verticalCenter
                            }
                            spacing: Theme.px(16)

                            Icon {
                                name: "circle-alert"
                                size: 32
                                ink: Theme.alarm
                            }
                            Words {
                                text: qsTr("Dit gaat niet door.")
                                size: Theme.lead
                                strong: true
                                color: Theme.alarm
                                Layout.fillWidth: true
                            }
                        }
                    }
                    Repeater {
                        model: screen.there ? screen.facts() : []

                        Sentence {
                            required property var modelData

                            icon: modelData.icon
                            text: modelData.text
                            Layout.fillWidth: true
                        }
                    }
                    Words {
                        text: Say.words(screen.event.summary)
                        size: Theme.lead
                        Layout.fillWidth: true
                        Layout.maximumWidth: Theme.prose
                        Layout.topMargin: Theme.px(12)
                    }
                }
            }
            Card {
                visible: !(screen.event.cancelled ?? false)
                implicitHeight: Math.max(along.implicitHeight + 2 * Theme.box(40), page.columns === 2 ? scroll.height - 2 * scroll.air - Theme.box(64) : 0)
                Layout.fillWidth: page.columns === 1
                Layout.preferredWidth: Theme.px(560)
                Layout.alignment: Qt.AlignTop

                ColumnLayout {
                    id: along

                    anchors {
                        left: parent.left
                        right: parent.right
                        top: parent.top
                        margins: Theme.box(40)
                    }
                    spacing: Theme.px(18)

                    Words {
                        text: qsTr("Neem mee op uw telefoon")
                        size: Theme.section
                        bold: true
                        heading: true
                        Layout.fillWidth: true
                    }
                    EventCode {
                        drawn: screen.events.code
                        room: Math.min(Theme.px(420), along.width)
                        Layout.alignment: Qt.AlignHCenter
                    }
                    Repeater {
                        model: [
                            //: Taking an activity along on a phone, first step
                            qsTr("Open de camera van uw telefoon."),
                            //: Taking an activity along on a phone, second step
                            qsTr("Richt de camera op deze code."),
                            //: Taking an activity along on a phone, third step
                            qsTr("Tik op uw telefoon. Dan staat het in uw agenda.")]

                        Sentence {
                            required property string modelData
                            required property int index

                            number: index + 1
                            text: modelData
                            Layout.fillWidth: true
                        }
                    }
                }
            }
        }
        Empty {
            visible: !screen.there
            x: Theme.margin
            y: Theme.box(120)
            width: parent.width - 2 * Theme.margin
            drawing: "door-meedoen"
            title: qsTr("Deze activiteit is er niet meer")
            text: qsTr("Ga terug en kijk wat er nog meer te doen is.")
        }
    }
}
