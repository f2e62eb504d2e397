pragma Singleton
import QtQuick
import Kiosk.Look

// What is said about an activity (a row of Events), the same in the programme and on its own page.
QtObject {
    function theme(name: string): string {
        switch (name) {
        case "language":
            //: Theme of an activity
            return qsTr("Taal");
        case "digital":
            //: Theme of an activity: computers and phones
            return qsTr("Digitaal");
        case "children":
            //: Theme of an activity
            return qsTr("Kinderen");
        case "forms":
            //: Theme of an activity: letters and forms
            return qsTr("Brieven en formulieren");
        case "culture":
            //: Theme of an activity
            return qsTr("Cultuur");
        default:
            //: Theme of an activity
            return qsTr("Ontmoeten");
        }
    }
    function icon(name: string): string {
        return ({
                "language": "messages-square",
                "digital": "smartphone",
                "children": "baby",
                "forms": "file-text",
                "culture": "landmark"
            })[name] ?? "users";
    }
    function colour(name: string): color {
        return ({
                "language": Theme.green,
                "digital": Theme.blue,
                "children": Theme.clay,
                "forms": Theme.ink
            })[name] ?? Theme.plum;
    }
    // "15.00 tot 16.30 uur"
    function hours(event: var): string {
        //: From when to when; %1 is "15.00", %2 is "16.30 uur"
        return qsTr("%1 tot %2").arg(Say.time(event.starts)).arg(Say.hour(event.ends));
    }
    // "Leeszaal", or with the branch in front if that is elsewhere
    function place(event: var): string {
        return (event.here ? [Say.words(event.place)] : [event.branch, Say.words(event.place)]).filter(Boolean).join(Say.comma);
    }
    // "Nederlands en Engels"
    function languages(event: var): string {
        return Say.list((event.languages ?? []).map(code => Say.language(code)));
    }
}
