import QtQuick
import Kiosk.Look

// Where a title can be had, in words: for a row of the list (`place` is a code of shelves.PlaceCode).
QtObject {
    id: places

    required property string place
    required property string kind
    required property int count
    required property string branch
    required property int branches
    required property string callNumber
    required property string shelf
    required property var floor
    required property var due

    readonly property bool listened: ["eaudiobook", "audiobook", "music"].includes(kind)
    readonly property string spot: callNumber || shelf

    readonly property string text: {
        switch (place) {
        case "here":
            //: Where a title stands in this branch; %1 is a shelf mark such as "MULT" or "512.3"
            return spot ? qsTr("Hier, op plank %1").arg(spot) : qsTr("Hier");
        case "online":
            return listened ? qsTr("Online te beluisteren") : qsTr("Online te lezen");
        case "reference":
            //: A title that may be read here but not borrowed; %1 is a shelf mark
            return spot ? qsTr("Alleen hier te gebruiken, plank %1").arg(spot) : qsTr("Alleen hier te gebruiken");
        case "elsewhere":
            //: A title that is in another branch; %1 is the branch, %2 how many are in
            return qsTr("In %1: %2").arg(branch).arg(count);
        case "on_loan":
            return qsTr("Uitgeleend");
        case "on_order":
            return qsTr("In bestelling");
        default:
            return qsTr("Nu niet te leen");
        }
    }
    readonly property string more: {
        switch (place) {
        case "here":
            //: How many copies are on the shelf
            return [qsTr("%n binnen.", "", count), sentence(spot === shelf ? "" : shelf), sentence(Say.words(floor))].filter(part => part).join(" ");
        case "online":
            return qsTr("Thuis of op uw telefoon.");
        case "reference":
            return qsTr("U kunt dit niet lenen.");
        case "elsewhere":
            //: Besides the branch just named
            return branches > 1 ? qsTr("En in %n andere vestiging(en).", "", branches - 1) : qsTr("Niet in deze vestiging.");
        case "on_loan":
            //: When a copy comes back, and to which branch; %1 is a day, %2 a branch
            return Say.known(due) ? qsTr("Terug op %1, in %2.").arg(Say.dayOfYear(due)).arg(branch) : "";
        case "on_order":
            return qsTr("Het komt nog.");
        default:
            return qsTr("Vraag ernaar bij Hulp.");
        }
    }
    readonly property string icon: {
        switch (place) {
        case "here":
        case "reference":
            return "map-pin";
        case "online":
            return listened ? "circle-play" : "globe";
        case "elsewhere":
            return "building-2";
        case "on_loan":
        case "on_order":
            return "calendar-clock";
        default:
            return "circle-question-mark";
        }
    }
    readonly property color colour: ["here", "online", "reference"].includes(place) ? Theme.green : place === "elsewhere" ? Theme.ink : Theme.soft

    function sentence(text: string): string {
        return text && !text.endsWith(".") ? text + "." : text;
    }
}
