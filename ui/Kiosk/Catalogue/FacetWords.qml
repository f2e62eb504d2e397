pragma Singleton
import QtQuick
import Kiosk.Look

// How facets and their values are called: the codes are those of questions.FACETS.
QtObject {
    id: words

    function heading(facet: string): string {
        switch (facet) {
        case "kind":
            //: Heading over kinds of titles, to choose from
            return qsTr("Soort");
        case "language":
            //: Heading over languages, to choose from
            return qsTr("Taal");
        case "audience":
            //: Heading over children, adults …, to choose from
            return qsTr("Voor wie");
        case "form":
            //: Heading over large print, audio …, to choose from
            return qsTr("Zo leest u");
        case "branch":
            //: Heading over branches of the library, to choose from
            return qsTr("Vestiging");
        default:
            return "";
        }
    }
    // `branches`: their names by id
    function value(facet: string, code: string, branches: var): string {
        switch (facet) {
        case "here":
            //: A choice: only titles that are in this branch now
            return qsTr("Alleen wat hier is");
        case "new":
            //: A choice: only titles that came to the library in the last month
            return qsTr("Nieuw deze maand");
        case "kind":
            return Kinds.name(code);
        case "language":
            return Say.language(code);
        case "branch":
            return branches[code] ?? code;
        case "audience":
            return audience(code);
        default:
            return form(code);
        }
    }
    function audience(code: string): string {
        switch (code) {
        case "children":
            return qsTr("Kinderen");
        case "teen":
            return qsTr("Jongeren");
        case "adult":
            return qsTr("Volwassenen");
        default:
            return qsTr("Iedereen");
        }
    }
    function form(code: string): string {
        switch (code) {
        case "large":
            return qsTr("Grote letters");
        case "audio":
            return qsTr("Om te luisteren");
        case "easy":
            return qsTr("Makkelijk lezen");
        default:
            return qsTr("E-boek");
        }
    }
}
