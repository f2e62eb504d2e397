pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// What stands under the field when there are no titles to show: an invitation with shelves, or why there is nothing and
// what to do about it.
ColumnLayout {
    id: state

    required property Catalogue catalogue
    // The number that a scanner read, while it is what is searched
    property string scanned

    readonly property bool asked: catalogue.text.trim() !== "" || catalogue.filtered
    readonly property string code: catalogue.state !== "" ? catalogue.state : !asked ? "invite" : catalogue.typed === catalogue.text && !catalogue.busy && catalogue.total === 0 ? (scanned ? "unknown" : "nothing") : ""
    readonly property alias title: empty.title
    readonly property bool stocked: code === "invite" && shelves.count > 0

    signal helped
    signal opened(string titleId)
    // Up from the first shelf
    signal departed

    function enter() {
        shelves.enter(0);
    }

    spacing: Theme.px(24)

    Empty {
        id: empty

        drawing: {
            switch (state.code) {
            case "invite":
                return state.stocked ? "" : "door-zoeken";
            case "nothing":
            case "unknown":
                return ways.count > 2 ? "" : "stork-think";
            default:
                return "stork-asleep";
            }
        }
        title: {
            switch (state.code) {
            case "invite":
                return qsTr("Wat zoekt u?");
            case "nothing":
                //: %1 is what somebody typed
                return state.catalogue.typed.trim() ? qsTr("Niets gevonden met ‘%1’").arg(state.catalogue.typed.trim()) : qsTr("Niets gevonden");
            case "unknown":
                //: A scanner read a number; %1 is that number
                return qsTr("Nummer %1 kennen wij niet").arg(state.scanned);
            case "preparing":
                return qsTr("De catalogus wordt klaargezet");
            case "damaged":
                return qsTr("Zoeken lukt nu even niet");
            default:
                return qsTr("Er staan nog geen titels in de catalogus");
            }
        }
        text: {
            switch (state.code) {
            case "invite":
                return state.stocked ? qsTr("Typ een titel, een schrijver of een onderwerp.") : qsTr("Typ een titel, een schrijver of een onderwerp.\nEen tikfout is niet erg.");
            case "nothing":
                return state.catalogue.filtered ? qsTr("Er is geen titel die past bij al uw keuzes.") : ways.count ? qsTr("Geen titel heeft al deze woorden.") : qsTr("Typ minder woorden, of schrijf het anders.\nWij zoeken ook graag met u mee.");
            case "unknown":
                return qsTr("Geen titel van de bibliotheek heeft dit nummer.\nZoek op de titel of de schrijver.");
            case "preparing":
                return qsTr("Dat duurt een paar minuten. U hoeft niets te doen.");
            case "damaged":
                return qsTr("Deze computer herstelt de catalogus. Probeer het over een paar minuten weer.");
            default:
                return qsTr("Vraag een medewerker wat de bibliotheek heeft.");
            }
        }
        Layout.fillWidth: true
    }
    Ways {
        id: ways

        visible: state.code === "nothing" && count > 0
        catalogue: state.catalogue
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignHCenter
    }
    Press {
        visible: !["invite", ""].includes(state.code)
        text: qsTr("Vraag hulp")
        icon: "hand"
        Layout.alignment: Qt.AlignHCenter
        onPressed: state.helped()
    }
    Shelves {
        id: shelves

        visible: state.stocked
        catalogue: state.catalogue
        Layout.fillWidth: true
        Layout.topMargin: Theme.px(16)
        onOpened: titleId => state.opened(titleId)
        onDeparted: state.departed()
    }
}
