pragma Singleton
import QtQuick
import Kiosk.Look

// How each kind of title is called and shown: the codes are those of wire.TitleKind.
QtObject {
    id: kinds

    // "Boek, makkelijk lezen"
    function word(kind: string, easy: bool): string {
        //: A kind of title with easy text; %1 is "Boek"
        return easy ? qsTr("%1, makkelijk lezen").arg(name(kind)) : name(kind);
    }
    function name(kind: string): string {
        switch (kind) {
        case "book":
            //: A kind of title in the catalogue
            return qsTr("Boek");
        case "audiobook":
            //: A kind of title in the catalogue: on disc
            return qsTr("Luisterboek");
        case "ebook":
            //: A kind of title in the catalogue
            return qsTr("E-boek");
        case "eaudiobook":
            //: A kind of title in the catalogue: an audiobook without a disc
            return qsTr("Online luisterboek");
        case "film":
            //: A kind of title in the catalogue
            return qsTr("Film op dvd");
        case "music":
            //: A kind of title in the catalogue
            return qsTr("Muziek");
        case "periodical":
            //: A kind of title in the catalogue
            return qsTr("Tijdschrift");
        case "score":
            //: A kind of title in the catalogue: printed music
            return qsTr("Bladmuziek");
        case "map":
            //: A kind of title in the catalogue: of a country or city
            return qsTr("Kaart");
        case "game":
            //: A kind of title in the catalogue
            return qsTr("Spel");
        case "object":
            //: A kind of title in the catalogue: a thing one can borrow
            return qsTr("Voorwerp");
        default:
            //: A kind of title in the catalogue: something else
            return qsTr("Anders");
        }
    }
    // "ook als e-boek en luisterboek"
    function also(others: var): string {
        //: After the kind of a title: its other kinds; %1 is "e-boek en luisterboek"
        return qsTr("ook als %1").arg(Say.list(Array.from(others, kind => name(kind).toLocaleLowerCase())));
    }
    // "Waar staat dit boek?"
    function where(kind: string): string {
        switch (kind) {
        case "book":
            //: Heading over the branches that have a title
            return qsTr("Waar staat dit boek?");
        case "audiobook":
            //: Heading over the branches that have a title
            return qsTr("Waar staat dit luisterboek?");
        case "film":
            //: Heading over the branches that have a title
            return qsTr("Waar staat deze film?");
        case "periodical":
            //: Heading over the branches that have a title
            return qsTr("Waar ligt dit tijdschrift?");
        case "game":
            //: Heading over the branches that have a title
            return qsTr("Waar staat dit spel?");
        default:
            //: Heading over the branches that have a title
            return qsTr("Waar vindt u dit?");
        }
    }
    function icon(kind: string, easy: bool): string {
        const icons = {
            "book": "book",
            "audiobook": "headphones",
            "ebook": "tablet",
            "eaudiobook": "headphones",
            "film": "film",
            "music": "music",
            "periodical": "newspaper",
            "score": "music",
            "map": "map",
            "game": "dices"
        };
        return easy && kind === "book" ? "book-open" : icons[kind] ?? "package";
    }
    function colour(kind: string): color {
        switch (kind) {
        case "audiobook":
        case "eaudiobook":
        case "music":
        case "score":
            return Theme.plum;
        case "film":
        case "game":
            return Theme.clay;
        case "periodical":
        case "map":
        case "object":
            return Theme.green;
        default:
            return Theme.blue;
        }
    }
    // Names and years side by side, in the direction of the screen; each keeps its own (Unicode UAX 9, isolates)
    function line(parts: var): string {
        return parts.length ? (Say.rightToLeft ? "\u200f" : "\u200e") + Array.from(parts, part => "\u2068" + part + "\u2069").join(Say.comma) : "";
    }
}
