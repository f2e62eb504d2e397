pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Look

// What there is to see while nothing is typed: what is new here, and shelves by theme, as covers.
Column {
    id: shelves

    required property Catalogue catalogue

    readonly property int count: strips.count

    signal opened(string titleId)
    // Above the first
    signal departed

    function enter(place: int) {
        if (place < 0)
            departed();
        else
            (strips.itemAt(place) as TitleStrip)?.enter();
    }

    spacing: Theme.px(40)

    Repeater {
        id: strips

        model: shelves.catalogue.shelves

        TitleStrip {
            required property string shelf
            required property var name
            required property int index

            width: shelves.width
            //: Heading over the titles that came to this branch lately
            heading: shelf === "new" ? qsTr("Nieuw hier") : Say.words(name)
            onOpened: titleId => shelves.opened(titleId)
            onDeparted: way => shelves.enter(index + way)
        }
    }
}
