pragma Singleton
import QtQuick
import Kiosk.Look

// Where a title can be had, in words. `at` is whatever has place (a code of shelves.PlaceCode), kind, count, branch,
// branches, callNumber, shelf, floor and due: a row of a list, or the open title.
QtObject {
    id: places

    function listened(kind: string): bool {
        return ["eaudiobook", "audiobook", "music"].includes(kind);
    }
    function text(at: var): string {
        const spot = at.callNumber || at.shelf;
        switch (at.place) {
        case "here":
            //: Where a title stands in this branch; %1 is a shelf mark such as "MULT" or "512.3"
            return spot ? qsTr("Hier, op plank %1").arg(spot) : qsTr("Hier");
        case "online":
            return listened(at.kind) ? qsTr("Online te beluisteren") : qsTr("Online te lezen");
        case "reference":
            //: A title that may be read here but not borrowed; %1 is a shelf mark
            return spot ? qsTr("Alleen hier te gebruiken, plank %1").arg(spot) : qsTr("Alleen hier te gebruiken");
        case "elsewhere":
            //: A title that is in another branch; %1 is the branch, %2 how many are in
            return qsTr("In %1: %2").arg(at.branch).arg(at.count);
        case "on_loan":
            return qsTr("Uitgeleend");
        case "on_order":
            return qsTr("In bestelling");
        default:
            return qsTr("Nu niet te leen");
        }
    }
    function more(at: var): string {
        switch (at.place) {
        case "here":
            //: How many copies are on the shelf
            return [qsTr("%n binnen.", "", at.count), sentence(at.callNumber ? at.shelf : ""), sentence(Say.words(at.floor))].filter(part => part).join(" ");
        case "online":
            return qsTr("Thuis of op uw telefoon.");
        case "reference":
            return qsTr("U kunt dit niet lenen.");
        case "elsewhere":
            //: Besides the branch just named
            return at.branches > 1 ? qsTr("En in %n andere vestiging(en).", "", at.branches - 1) : qsTr("Niet in deze vestiging.");
        case "on_loan":
            //: When a copy comes back, and to which branch; %1 is a day, %2 a branch
            return Say.known(at.due) ? qsTr("Terug op %1, in %2.").arg(Say.dayOfYear(at.due)).arg(at.branch) : "";
        case "on_order":
            return qsTr("Het komt nog.");
        default:
            return qsTr("Vraag ernaar bij Hulp.");
        }
    }
    function icon(at: var): string {
        switch (at.place) {
        case "here":
        case "reference":
            return "map-pin";
        case "online":
            return listened(at.kind) ? "circle-play" : "globe";
        case "elsewhere":
            return "building-2";
        case "on_loan":
        case "on_order":
            return "calendar-clock";
        default:
            return "circle-question-mark";
        }
    }
    function colour(place: string): color {
        return ["here", "online", "reference"].includes(place) ? Theme.green : place === "elsewhere" ? Theme.ink : Theme.soft;
    }
    function sentence(text: string): string {
        return text && !text.endsWith(".") ? text + "." : text;
    }
}
