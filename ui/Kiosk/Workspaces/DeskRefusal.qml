import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// Why a desk could not be taken, and what is free instead.
Rectangle {
    id: refusal

    required property Workspaces workspaces

    readonly property string code: workspaces.refusalCode
    readonly property var other: workspaces.otherDesk
    readonly property bool helps: ["taken", "pending", "broken"].includes(code) && other.deskId !== undefined

    function reason(): string {
        const desk = DeskWords.name(workspaces.refusedDesk), hour = Say.hour(workspaces.refusalAt);
        switch (code) {
        case "taken":
            //: Why not; %1 is "Tafel 4", %2 is "18.00 uur"
            return qsTr("%1 is bezet tot %2.").arg(desk).arg(hour);
        case "pending":
            //: Why not; %1 is "Tafel 4", %2 is "18.00 uur"
            return qsTr("%1 is al aangevraagd, tot %2.").arg(desk).arg(hour);
        case "broken":
            //: Why not; %1 is "Computer 4"
            return qsTr("%1 is stuk.").arg(desk);
        case "closed":
            return hour ? qsTr("De bibliotheek is nu dicht. Wij gaan open om %1.").arg(hour) : qsTr("De bibliotheek is nu dicht.");
        case "closing_soon":
            return qsTr("Wij sluiten om %1. U kunt nu geen plek meer nemen.").arg(hour);
        case "already_have":
            return qsTr("U hebt al een plek. Geef die eerst terug.");
        default:
            return qsTr("Dat lukte niet. Vraag een medewerker om hulp.");
        }
    }

    visible: code !== ""
    implicitHeight: visible ? row.implicitHeight + Theme.box(32) : 0
    radius: Theme.corner
    color: Theme.sunTint
    border.width: Theme.border
    border.color: Theme.high ? Theme.sun : Theme.edge
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text
    onCodeChanged: {
        if (code !== "")
            Accessible.announce(words.text, Accessible.Assertive);
    }

    GridLayout {
        id: row

        anchors {
            left: parent.left
            right: parent.right
            leftMargin: Theme.px(24)
            rightMargin: Theme.px(16)
            verticalCenter: parent.verticalCenter
        }
        columns: Theme.narrow ? 1 : 3
        columnSpacing: Theme.px(20)
        rowSpacing: Theme.px(12)

        Icon {
            name: "info"
            size: 32
            visible: !Theme.narrow
        }
        Words {
            id: words

            text: refusal.helps ? refusal.reason() + " " + qsTr("%1 is nu vrij.").arg(DeskWords.name(refusal.other)) : refusal.reason()
            strong: true
            Accessible.ignored: true
            Layout.fillWidth: true
        }
        Press {
            visible: refusal.helps
            //: Button; %1 is "tafel 2"
            text: qsTr("Kies %1").arg(DeskWords.inSentence(refusal.other))
            icon: DeskWords.icon(refusal.other.kind ?? "")
            onPressed: refusal.workspaces.choose(refusal.other.deskId)
        }
    }
}
