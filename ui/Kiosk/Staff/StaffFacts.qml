pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// How this kiosk is: which one, how far behind central, what is kept, what went wrong.
Scroll {
    id: facts

    required property Staff staff

    function link(): string {
        if (!staff.agent)
            return qsTr("De dienst op deze computer antwoordt niet. Het scherm probeert het steeds opnieuw.");
        switch (staff.state) {
        case "unenrolled":
            return qsTr("Deze computer is nog niet aangemeld. Meld hem aan met een code van het hoofdkantoor.");
        case "revoked":
            return qsTr("Het hoofdkantoor heeft deze computer afgemeld. Meld hem opnieuw aan.");
        case "portal":
            return qsTr("Het netwerk vraagt eerst om een aanmelding in de browser.");
        case "damaged":
            return qsTr("De gegevens op deze computer zijn beschadigd. Ze worden opnieuw opgehaald.");
        case "unreachable":
            return qsTr("Het hoofdkantoor is niet te bereiken. Alles wordt bewaard tot het weer kan.");
        default:
            return staff.online ? qsTr("Alles werkt.") : qsTr("Er is nog geen antwoord van het hoofdkantoor.");
        }
    }
    function rows(): var {
        return [
            {
                "what": qsTr("Vestiging"),
                "value": staff.branch || qsTr("nog onbekend")
            },
            {
                "what": qsTr("Computer"),
                "value": staff.kiosk || qsTr("nog onbekend")
            },
            {
                "what": qsTr("Bijgewerkt"),
                "value": Say.known(staff.synced) ? Say.day(staff.synced) + Say.comma + Say.hour(staff.synced) : qsTr("nog niet")
            },
            {
                "what": qsTr("Nog te versturen"),
                "value": qsTr("%n bericht(en)", "", staff.waiting)
            },
            {
                "what": qsTr("Geweigerd"),
                "value": qsTr("%n bericht(en)", "", staff.quarantined)
            },
            {
                "what": qsTr("Versie"),
                "value": staff.version
            }
        ];
    }

    barRoom: 0
    Component.onCompleted: forceActiveFocus()

    ColumnLayout {
        x: LayoutMirroring.enabled ? parent.width - width - Theme.margin : Theme.margin
        width: Math.min(Theme.px(1100), parent.width - 2 * Theme.margin)
        spacing: Theme.px(24)

        RowLayout {
            spacing: Theme.px(20)
            Layout.topMargin: Theme.px(16)

            Icon {
                name: facts.staff.online ? "circle-check" : "wifi-off"
                size: 44
                ink: facts.staff.online ? Theme.green : Theme.clay
            }
            Words {
                text: facts.link()
                size: Theme.section
                bold: true
                heading: true
                Layout.fillWidth: true
            }
        }
        Card {
            Layout.fillWidth: true
            Layout.preferredHeight: table.implicitHeight + 2 * table.y

            GridLayout {
                id: table

                columns: Theme.narrow ? 1 : 2
                x: Theme.px(32)
                y: Theme.px(24)
                width: parent.width - 2 * x
                columnSpacing: Theme.px(40)
                rowSpacing: Theme.px(12)

                Repeater {
                    model: facts.rows()

                    RowLayout {
                        id: row

                        required property var modelData

                        spacing: Theme.px(20)
                        Accessible.role: Accessible.StaticText
                        Accessible.name: modelData.what + ": " + modelData.value

                        Words {
                            text: row.modelData.what
                            color: Theme.soft
                            Layout.preferredWidth: Theme.px(210)
                            Layout.alignment: Qt.AlignTop
                            Accessible.ignored: true
                        }
                        Words {
                            text: row.modelData.value
                            strong: true
                            Layout.fillWidth: true
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
        Repeater {
            model: [...facts.staff.notes, ...facts.staff.errors]

            RowLayout {
                id: note

                required property string modelData

                spacing: Theme.px(16)

                Icon {
                    name: "info"
                    ink: Theme.soft
                    Layout.alignment: Qt.AlignTop
                }
                // What programs say to staff is in English
                Words {
                    text: note.modelData
                    size: Theme.small
                    Layout.fillWidth: true
                    Layout.maximumWidth: Theme.prose
                }
            }
        }
    }
}
