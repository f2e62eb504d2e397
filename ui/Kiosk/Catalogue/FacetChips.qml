pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// What is chosen, over the titles: one tap drops it.
Flow {
    id: chips

    required property Catalogue catalogue

    visible: catalogue.filtered
    spacing: Theme.between
    Accessible.role: Accessible.List
    //: Name of the row of choices that narrow the search, for screen readers
    Accessible.name: qsTr("U koos")

    Repeater {
        model: chips.catalogue.facets

        Loader {
            id: chip

            required property string facet
            required property string value
            required property bool chosen

            active: chosen
            visible: active

            sourceComponent: Press {
                text: FacetWords.value(chip.facet, chip.value, chips.catalogue.branches)
                //: For a screen reader: a press drops this choice; %1 is what was chosen
                says: qsTr("Zonder: %1").arg(text)
                tail: "x"
                size: Theme.row
                implicitHeight: Theme.touch
                onPressed: chips.catalogue.drop(chip.facet, chip.value)
            }
        }
    }
    Press {
        //: Button that drops all that was chosen
        text: qsTr("Wis alle keuzes")
        role: "quiet"
        size: Theme.row
        implicitHeight: Theme.touch
        onPressed: chips.catalogue.dropAll()
    }
}
