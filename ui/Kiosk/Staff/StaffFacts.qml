pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// How this kiosk is: which one, how far behind central, what is kept; and what went wrong, with how it is mended.
Scroll {
    id: facts

    required property Staff staff

    readonly property bool calm: errors.count === 0 && staff.notes.length === 0 && staff.quarantined === 0 && staff.stuck === 0 && staff.online

    // With central: what is so, and what one can do
    function link(): string {
        if (!staff.agent)
            return qsTr("De dienst op deze computer antwoordt niet.");
        switch (staff.state) {
        case "unenrolled":
            return qsTr("Deze computer is nog niet aangemeld.");
        case "waiting":
            return qsTr("Deze computer wacht tot u hem aanmeldt.");
        case "cloned":
            return qsTr("De schijf van deze computer is gekopieerd. Daarom mag hij nu niet meedoen.");
        case "keyless":
            return qsTr("De sleutel van deze computer is niet te lezen.");
        case "revoked":
            return qsTr("Het hoofdkantoor heeft deze computer afgemeld.");
        case "portal":
            return qsTr("Het netwerk vraagt eerst om een aanmelding.");
        case "damaged":
            return qsTr("De gegevens op deze computer zijn beschadigd.");
        case "unreachable":
            return qsTr("Het hoofdkantoor is niet te bereiken.");
        default:
            if (!staff.online)
                return qsTr("Er is nog geen antwoord van het hoofdkantoor.");
            return calm ? qsTr("Alles werkt.") : qsTr("Het contact met het hoofdkantoor werkt.");
        }
    }
    function remedy(): string {
        if (!staff.agent)
            return qsTr("Het scherm probeert het steeds opnieuw. Blijft dit zo? Zet de computer uit en weer aan.");
        switch (staff.state) {
        case "unenrolled":
            return qsTr("Vraag het hoofdkantoor om een code. Meld de computer daarmee aan.");
        case "waiting":
            return "";
        case "cloned":
            return staff.code ? "" : qsTr("Bel de beheerder. Deze computer heeft een nieuwe sleutel nodig.");
        case "keyless":
            return qsTr("Zet de computer uit en weer aan. Blijft dit zo? Bel de beheerder.");
        case "revoked":
            return qsTr("Alles wordt bewaard. Het hoofdkantoor kan deze computer weer toelaten.");
        case "portal":
            return qsTr("Verlaat het scherm. Open de browser en meld de computer aan.");
        case "damaged":
            return qsTr("U hoeft niets te doen. Ze worden opnieuw opgehaald.");
        case "unreachable":
            return qsTr("Kijk of het netwerk werkt. Alles wordt bewaard tot het weer kan.");
        default:
            return staff.online ? "" : qsTr("Wacht even. Dit duurt meestal niet lang.");
        }
    }
    // Where the key is kept that proves which kiosk this is
    function safe(): string {
        switch (staff.credential) {
        case "systemd":
            return qsTr("versleuteld door het systeem");
        case "keyring":
            return qsTr("in de sleutelbos van de gebruiker");
        case "file":
            return qsTr("in een bestand");
        default:
            return qsTr("nog onbekend");
        }
    }
    // When the last visitor was wiped, by the hour: more exactly nobody needs to know when they left
    function wiped(): string {
        if (!Say.known(staff.wiped))
            return qsTr("nog onbekend");
        const end = new Date(staff.wiped.getTime() + 3600000);
        //: When the last visitor was wiped; %1 is "woensdag 18 november", %2 is "13.00", %3 is "14.00 uur"
        return qsTr("%1, tussen %2 en %3").arg(Say.day(staff.wiped)).arg(Say.time(staff.wiped)).arg(Say.hour(end));
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
                "what": qsTr("Sleutel"),
                "value": safe()
            },
            {
                "what": qsTr("Laatst gewist"),
                "value": wiped()
            },
            {
                "what": qsTr("Versie"),
                "value": staff.version
            }
        ];
    }

    barRoom: 0
    Component.onCompleted: forceActiveFocus()

    GridLayout {
        id: page

        x: Theme.margin
        width: parent.width - 2 * Theme.margin
        columns: Theme.narrow ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.px(32)

        RowLayout {
            spacing: Theme.px(24)
            Layout.topMargin: Theme.px(24)
            Layout.row: 0
            Layout.columnSpan: page.columns

            Icon {
                name: facts.staff.online ? "circle-check" : "wifi-off"
                size: 56
                ink: facts.staff.online ? Theme.green : Theme.clay
                Layout.alignment: Qt.AlignTop
            }
            ColumnLayout {
                spacing: Theme.px(4)

                Words {
                    text: facts.link()
                    size: Theme.section
                    bold: true
                    heading: true
                    Layout.fillWidth: true
                }
                Words {
                    visible: text !== ""
                    text: facts.remedy()
                    size: Theme.body
                    Layout.fillWidth: true
                }
                Words {
                    visible: text !== ""
                    text: facts.staff.reason
                    size: Theme.small
                    color: Theme.soft
                    Layout.fillWidth: true
                }
            }
        }
        StaffCode {
            visible: code !== ""
            code: facts.staff.code
            Layout.row: 1
            Layout.columnSpan: page.columns
            Layout.fillWidth: true
        }
        Card {
            // What is wrong comes first where both do not stand side by side
            Layout.row: Theme.narrow ? 3 : 2
            Layout.column: 0
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.preferredHeight: table.implicitHeight + 2 * table.y

            ColumnLayout {
                id: table

                x: Theme.px(32)
                y: Theme.px(20)
                width: parent.width - 2 * x
                spacing: 0

                Repeater {
                    model: facts.rows()

                    StaffFact {
                        Layout.fillWidth: true
                    }
                }
            }
        }
        ColumnLayout {
            spacing: Theme.between
            Layout.row: 2
            Layout.column: Theme.narrow ? 0 : 1
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1

            Trouble {
                visible: facts.staff.stuck > 0
                what: qsTr("%n bestand(en) van een bezoeker zijn niet gewist", "", facts.staff.stuck)
                where: ""
                how: qsTr("Laat niemand beginnen. Zet de computer uit en weer aan. Blijft dit zo? Bel de beheerder.")
                Layout.fillWidth: true
            }
            RefusedFacts {
                visible: facts.staff.quarantined > 0
                staff: facts.staff
                Layout.fillWidth: true
            }
            Repeater {
                id: errors

                model: facts.staff.errors

                Trouble {
                    Layout.fillWidth: true
                }
            }
            Repeater {
                model: facts.staff.notes

                Trouble {
                    required property string modelData

                    what: modelData
                    where: ""
                    how: qsTr("De computer herstelt dit zelf. Ziet u dit vaker? Bel de beheerder.")
                    stands: "mended"
                    Layout.fillWidth: true
                }
            }
            Trouble {
                visible: facts.calm
                stands: "well"
                what: qsTr("Er is niets te herstellen.")
                where: ""
                how: ""
                Layout.fillWidth: true
            }
        }
    }
}
