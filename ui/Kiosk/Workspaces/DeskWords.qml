pragma Singleton
import QtQuick
import Kiosk.Look

// What is said about a desk (a row of Workspaces), the same on plan, list and buttons.
QtObject {
    // "Tafel 4"; a desk with a name of its own keeps it
    function name(desk: var): string {
        if (!desk?.label)
            return desk?.name ?? "";
        switch (desk.kind) {
        case "table":
            //: The name of a table, at the start of a sentence; %1 is its number
            return qsTr("Tafel %1").arg(desk.label);
        case "computer":
            return qsTr("Computer %1").arg(desk.label);
        default:
            //: The name of a room, at the start of a sentence; %1 is its name
            return qsTr("Kamer %1").arg(desk.label);
        }
    }
    // "tafel 4"
    function inSentence(desk: var): string {
        if (!desk?.label)
            return desk?.name ?? "";
        switch (desk.kind) {
        case "table":
            //: The name of a table, inside a sentence; %1 is its number
            return qsTr("tafel %1").arg(desk.label);
        case "computer":
            return qsTr("computer %1").arg(desk.label);
        default:
            //: The name of a room, inside a sentence; %1 is its name
            return qsTr("kamer %1").arg(desk.label);
        }
    }
    // Under a seat on the plan, as short as can be
    function onPlan(desk: var): string {
        switch (desk.stands) {
        case "free":
            //: A free seat on the plan
            return qsTr("vrij");
        case "until":
            //: A seat on the plan: free until; %1 is "15.20"
            return qsTr("tot %1").arg(Say.time(desk.at));
        case "taken":
            return desk.kind === "room" ? qsTr("tot %1").arg(Say.time(desk.at)) : qsTr("bezet");
        case "broken":
            //: A seat that cannot be used
            return qsTr("stuk");
        case "yours":
            //: The visitor's own seat on the plan
            return qsTr("van u");
        case "provisional":
            //: The visitor's own seat on the plan, not yet sure
            return qsTr("voorlopig");
        default:
            //: A seat on the plan while the library is closed
            return qsTr("dicht");
        }
    }
    // Behind its name in the list
    function tells(desk: var): string {
        switch (desk.stands) {
        case "free":
        case "until":
            //: %1 is "18.00 uur"
            return qsTr("vrij tot %1").arg(Say.hour(desk.at));
        case "taken":
            return qsTr("bezet tot %1").arg(Say.hour(desk.at));
        case "yours":
            return qsTr("van u tot %1").arg(Say.hour(desk.at));
        default:
            return onPlan(desk);
        }
    }
    function icon(kind: string): string {
        return ({
                "table": "lamp-desk",
                "computer": "monitor",
                "room": "users"
            })[kind] ?? "lamp-desk";
    }
}
