import QtQuick
import Kiosk.Core
import Kiosk.Parts

// What stands under the field when there are no titles to show: an invitation, or why there is nothing.
Empty {
    id: state

    required property Catalogue catalogue

    readonly property string code: catalogue.state !== "" ? catalogue.state : catalogue.text.trim() === "" ? "invite" : catalogue.typed !== "" && catalogue.total === 0 ? "nothing" : ""

    drawing: {
        switch (code) {
        case "invite":
            return "door-zoeken";
        case "nothing":
            return "stork-think";
        default:
            return "stork-asleep";
        }
    }
    title: {
        switch (code) {
        case "invite":
            return qsTr("Wat zoekt u?");
        case "nothing":
            //: %1 is what somebody typed
            return qsTr("Niets gevonden met ‘%1’").arg(catalogue.typed.trim());
        case "preparing":
            return qsTr("De catalogus wordt klaargezet");
        case "damaged":
            return qsTr("Zoeken lukt nu even niet");
        default:
            return qsTr("Er staan nog geen titels in de catalogus");
        }
    }
    text: {
        switch (code) {
        case "invite":
            return qsTr("Typ een titel, een schrijver of een onderwerp.\nEen tikfout is niet erg.");
        case "nothing":
            return qsTr("Typ minder woorden, of schrijf het anders.\nWij zoeken ook graag met u mee.");
        case "preparing":
            return qsTr("Dat duurt een paar minuten. U hoeft niets te doen.");
        case "damaged":
            return qsTr("Deze computer herstelt de catalogus. Probeer het over een paar minuten weer.");
        default:
            return qsTr("Vraag een medewerker wat de bibliotheek heeft.");
        }
    }
    buttonText: code === "invite" ? "" : qsTr("Vraag hulp")
    buttonIcon: "hand"
}
