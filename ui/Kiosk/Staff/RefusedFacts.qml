pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// What central will never take: how many, and of the newest what kind, when and why. Never what somebody did.
Card {
    id: card

    required property Staff staff

    function kind(code: string): string {
        switch (code) {
        case "claim":
            return qsTr("Een plek nemen");
        case "leave":
            return qsTr("Een plek verlaten");
        case "ask":
            return qsTr("Een vraag om hulp");
        case "withdraw":
            return qsTr("Een vraag om hulp die is ingetrokken");
        default:
            return qsTr("Een ander bericht");
        }
    }
    function why(code: string): string {
        switch (code) {
        case "no-such-desk":
            return qsTr("De plek is niet in deze vestiging.");
        case "impossible-time":
            return qsTr("De tijd in het bericht kan niet kloppen.");
        case "out-of-bounds":
            return qsTr("Er staat iets in dat te lang of te groot is.");
        case "too-long":
            return qsTr("Het bericht is te lang.");
        case "unreadable":
            return qsTr("Het hoofdkantoor kan het bericht niet lezen.");
        case "other-fact":
            return qsTr("Een ander bericht heeft hetzelfde nummer.");
        case "unknown-kind":
            return qsTr("Het hoofdkantoor kent dit soort bericht nog niet.");
        default:
            return qsTr("Het hoofdkantoor gaf een andere reden.");
        }
    }

    implicitHeight: content.implicitHeight + 2 * content.y
    Accessible.role: Accessible.List
    Accessible.name: head.text + ". " + advice.text

    RowLayout {
        id: content

        x: Theme.px(28)
        y: Theme.px(22)
        width: parent.width - 2 * x
        spacing: Theme.px(20)

        Icon {
            name: "triangle-alert"
            size: 34
            ink: Theme.clay
            Layout.alignment: Qt.AlignTop
        }
        ColumnLayout {
            spacing: Theme.px(6)

            Words {
                id: head

                text: qsTr("%n bericht(en) zijn geweigerd", "", card.staff.quarantined)
                strong: true
                Accessible.ignored: true
                Layout.fillWidth: true
            }
            Words {
                id: advice

                text: qsTr("Bel de beheerder. Ze blijven op deze computer staan.")
                Accessible.ignored: true
                Layout.fillWidth: true
            }
            Repeater {
                id: newest

                model: card.staff.refused

                ColumnLayout {
                    id: line

                    required property string kind
                    required property date moment
                    required property string reason

                    spacing: 0
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.px(10)
                    Accessible.role: Accessible.ListItem
                    Accessible.name: what.text + ". " + cause.text

                    Words {
                        id: what

                        text: card.kind(line.kind) + Say.comma + Say.dayOfYear(line.moment) + Say.comma + Say.hour(line.moment)
                        size: Theme.small
                        strong: true
                        Accessible.ignored: true
                        Layout.fillWidth: true
                    }
                    Words {
                        id: cause

                        text: card.why(line.reason)
                        size: Theme.small
                        color: Theme.soft
                        Accessible.ignored: true
                        Layout.fillWidth: true
                    }
                }
            }
            Words {
                visible: card.staff.quarantined > newest.count
                //: Below a list of refused messages of which only the newest are shown
                text: qsTr("en nog %n bericht(en)", "", card.staff.quarantined - newest.count)
                size: Theme.small
                Layout.fillWidth: true
                Layout.topMargin: Theme.px(10)
            }
        }
    }
}
