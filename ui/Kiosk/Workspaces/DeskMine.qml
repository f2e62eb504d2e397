pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// The desk that the visitor has, has asked for, or has just lost to somebody else: what is so, and what happens next.
Scroll {
    id: mine

    required property Workspaces workspaces

    readonly property var desk: workspaces.mine
    readonly property var other: workspaces.otherDesk
    readonly property string phase: workspaces.mineState
    readonly property string hour: Say.hour(workspaces.mineUntil)
    readonly property bool lost: phase === "conflict"
    readonly property real headroom: Theme.roomHeight < 1000 ? Theme.box(8) : Theme.box(56)

    // What is so, in a few words
    function title(): string {
        switch (phase) {
        case "asking":
            //: Heading while a desk is being asked for; %1 is "tafel 4"
            return qsTr("Ik vraag %1 aan").arg(DeskWords.inSentence(desk));
        case "held":
            //: Heading: the desk is the visitor's; %1 is "Tafel 4"
            return qsTr("%1 is van u").arg(DeskWords.name(desk));
        case "provisional":
            //: Heading: the desk is the visitor's, but it could not be checked; %1 is "Tafel 4"
            return qsTr("%1 is voorlopig van u").arg(DeskWords.name(desk));
        default:
            //: Heading: somebody else has the desk; %1 is "Tafel 4"
            return qsTr("%1 is al van iemand anders").arg(DeskWords.name(desk));
        }
    }
    function lead(): string {
        switch (phase) {
        case "asking":
            return qsTr("Een ogenblik.");
        case "held":
        case "provisional":
            //: How long the visitor has the desk; %1 is "18.00 uur"
            return qsTr("U kunt blijven tot %1.").arg(hour);
        default:
            return qsTr("Iemand anders was net eerder. Dat spijt ons.");
        }
    }
    // What happens next: [{icon, text}]
    function lines(): var {
        const zone = Say.words(desk.zone), all = [];
        if (phase === "provisional")
            all.push({
                "icon": "wifi-off",
                "text": qsTr("Er is nu geen verbinding. Ik vraag het later na. Ga gerust zitten.")
            });
        if (lost) {
            all.push({
                "icon": other.deskId ? "circle-check" : "info",
                "text": other.deskId ? qsTr("%1 is nu vrij. Die kunt u meteen nemen.").arg(DeskWords.name(other)) : qsTr("Er is nu geen andere plek vrij. Vraag een medewerker om hulp.")
            });
            return all;
        }
        if (zone)
            all.push({
                "icon": "map-pin",
                //: Where the desk stands; %1 is "Leeszaal"
                "text": qsTr("Hier vindt u de plek: %1.").arg(zone)
            });
        all.push({
            "icon": "clock",
            "text": qsTr("Bovenaan ziet u hoelang u nog hebt.")
        });
        all.push({
            "icon": "log-out",
            "text": qsTr("Gaat u eerder weg? Geef de plek dan terug.")
        });
        return phase === "asking" ? all.slice(0, zone ? 1 : 0) : all;
    }

    barRoom: 0

    Card {
        id: card

        x: mine.LayoutMirroring.enabled ? parent.width - width - Theme.margin : Theme.margin
        y: mine.headroom
        width: parent.width - 2 * Theme.margin - (stork.visible ? Theme.px(288 + 48) : 0)
        height: Math.max(content.implicitHeight + 2 * Theme.box(48), Math.min(Theme.px(712), mine.height - 2 * (mine.air + mine.headroom)))

        GridLayout {
            id: content

            anchors {
                left: parent.left
                right: parent.right
                margins: Theme.box(56)
                verticalCenter: parent.verticalCenter
            }
            columns: Theme.narrow ? 1 : 2
            columnSpacing: Theme.px(64)
            rowSpacing: Theme.px(32)

            Rectangle {
                radius: Theme.corner
                color: mine.lost ? Theme.sunTint : Theme.greenTint
                border.width: Theme.high ? 3 : 0
                border.color: mine.lost ? Theme.sun : Theme.green
                implicitWidth: Math.round((Theme.narrow ? 240 : 400) * Theme.unit)
                Layout.preferredHeight: Math.round((Theme.narrow ? 220 : 520) * Theme.unit)
                Layout.fillWidth: Theme.narrow
                Layout.alignment: Qt.AlignTop

                Seat {
                    anchors.centerIn: parent
                    side: Math.round((Theme.narrow ? 150 : 240) * Theme.unit)
                    number: mine.desk.number ?? ""
                    mark: mine.lost ? "taken" : mine.phase === "held" ? "yours" : mine.phase === "asking" ? "free" : "provisional"
                }
            }
            ColumnLayout {
                spacing: Theme.px(16)
                Layout.fillWidth: true

                Landing {
                    focus: true
                    text: mine.title()
                    size: Theme.narrow || mine.title().length > 26 ? Theme.home : Theme.message
                    Layout.fillWidth: true
                }
                Words {
                    text: mine.lead()
                    size: Theme.section
                    Layout.fillWidth: true
                }
                Item {
                    implicitHeight: Theme.px(16)
                }
                Repeater {
                    model: mine.lines()

                    RowLayout {
                        id: line

                        required property var modelData

                        spacing: Theme.px(20)

                        Icon {
                            name: line.modelData.icon
                            size: 34
                            stroke: 1.75
                            ink: Theme.green
                            Layout.alignment: Qt.AlignTop
                        }
                        Words {
                            text: line.modelData.text
                            size: Theme.lead
                            Layout.fillWidth: true
                        }
                    }
                }
                Press {
                    visible: !mine.lost && mine.phase !== "asking"
                    //: Button: give the desk back; %1 is "tafel 4"
                    text: qsTr("Geef %1 terug").arg(DeskWords.inSentence(mine.desk))
                    icon: "log-out"
                    onPressed: mine.workspaces.leave()
                    Layout.topMargin: Theme.px(24)
                }
            }
        }
    }
    Stork {
        id: stork

        visible: !Theme.tight
        parent: mine
        pose: mine.lost ? "think" : "well-done"
        tall: 300
        looksBack: mine.lost
        above: true
        //: What the stork says beside a desk that was taken, or lost to somebody else
        says: mine.lost ? qsTr("Wij vinden een andere plek.") : mine.phase === "provisional" ? qsTr("Ga gerust zitten.") : qsTr("Fijn dat u er bent!")
        width: Theme.px(288)
        anchors {
            right: parent.right
            rightMargin: Theme.margin
            bottom: parent.bottom
        }
    }
}
