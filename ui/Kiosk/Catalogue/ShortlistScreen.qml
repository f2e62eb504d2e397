pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// The titles that the visitor put on a list, and a code to take the list along on a phone.
Screen {
    id: screen

    required property Catalogue catalogue

    readonly property Shortlist shortlist: catalogue.shortlist as Shortlist
    readonly property bool empty: shortlist.ids.length === 0
    readonly property bool paired: Theme.roomWidth >= 1400
    readonly property int part: Math.min(shown, shortlist.codes.length - 1)
    property int shown: 0

    // Once for all changes of a moment: a code takes time to draw
    function carry() {
        const lines = [];
        for (let place = 0; place < rows.count; place++)
            lines.push((rows.itemAt(place) as ShortlistRow)?.line ?? "");
        shortlist.carry(qsTr("Mijn lijst van de bibliotheek"), lines);
    }
    // What was pressed is gone: the next row, or the one before
    function settle(place: int) {
        const row = rows.itemAt(Math.min(place, rows.count - 1));
        (row ?? heading).forceActiveFocus(Qt.TabFocusReason);
    }

    title: qsTr("Mijn lijst")
    colour: Theme.blue
    reading: true
    firstFocus: heading
    Component.onCompleted: carry()

    Scroll {
        id: scroll

        visible: !screen.empty
        anchors {
            fill: parent
            leftMargin: Theme.margin - air
            rightMargin: Theme.margin - air - barRoom
        }

        GridLayout {
            x: scroll.air
            width: parent.width - 2 * scroll.air
            columns: screen.paired ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            ColumnLayout {
                spacing: Theme.px(16)
                Layout.fillWidth: true
                Layout.topMargin: Theme.px(16)
                Layout.alignment: Qt.AlignTop

                Landing {
                    id: heading

                    text: qsTr("%n titel(s) op uw lijst", "", screen.shortlist.ids.length)
                    size: Theme.task * Theme.calm
                    Layout.fillWidth: true
                }
                Words {
                    text: qsTr("De lijst verdwijnt als u stopt. Neem hem mee op uw telefoon.")
                    color: Theme.soft
                    Layout.fillWidth: true
                }
                Card {
                    Layout.fillWidth: true
                    Layout.preferredHeight: list.height

                    Column {
                        id: list

                        width: parent.width
                        Accessible.role: Accessible.List
                        Accessible.name: screen.title

                        Repeater {
                            id: rows

                            model: screen.shortlist.titles

                            ShortlistRow {
                                width: list.width
                                onPressed: screen.go("title", {
                                    "titleId": titleId
                                })
                                onRemoved: {
                                    const place = index;
                                    screen.shortlist.remove(titleId);
                                    screen.settle(place);
                                }
                                onLineChanged: Qt.callLater(screen.carry)
                            }
                            onCountChanged: Qt.callLater(screen.carry)
                        }
                    }
                }
            }
            Card {
                visible: screen.part >= 0
                Layout.fillWidth: !screen.paired
                Layout.preferredWidth: Theme.px(560)
                Layout.preferredHeight: along.implicitHeight + 2 * Theme.box(32)
                Layout.topMargin: screen.paired ? Theme.px(16) : 0
                Layout.alignment: Qt.AlignTop

                ColumnLayout {
                    id: along

                    spacing: Theme.px(12)
                    anchors {
                        left: parent.left
                        right: parent.right
                        top: parent.top
                        margins: Theme.box(32)
                    }

                    Words {
                        text: qsTr("Neem mee op uw telefoon")
                        size: Theme.section * Theme.calm
                        bold: true
                        heading: true
                        Layout.fillWidth: true
                    }
                    Segments {
                        visible: screen.shortlist.codes.length > 1
                        chosen: String(screen.part)
                        options: Array.from(screen.shortlist.codes, (code, place) => ({
                                    "key": String(place),
                                    //: One of more codes for a phone; %1 is a number
                                    "text": qsTr("Code %1").arg(place + 1)
                                }))
                        Layout.alignment: Qt.AlignHCenter
                        onChose: key => screen.shown = Number(key)
                    }
                    TakeAlong {
                        drawn: screen.shortlist.codes[screen.part] ?? ({})
                        room: Math.min(Theme.px(440), scroll.height - 2 * scroll.air)
                        tone: Theme.blue
                        //: Taking a list of titles along on a phone, third step
                        then: qsTr("Dan staat uw lijst op uw telefoon. Bewaar de tekst.")
                        Layout.fillWidth: true
                    }
                }
            }
        }
    }
    Empty {
        visible: screen.empty
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.prose)
        drawing: "door-zoeken"
        title: qsTr("Uw lijst is leeg")
        text: qsTr("Zoek een titel en zet hem op uw lijst.")
        buttonText: qsTr("Zoek een titel")
        buttonIcon: "search"
        onPressed: screen.go("search", {})
    }
}
