pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// Nothing found: one press for each way that does lead to titles.
ColumnLayout {
    id: ways

    required property Catalogue catalogue

    readonly property int count: buttons.count

    function words(way: string, facet: string, value: string, text: string): string {
        switch (way) {
        case "drop-filter":
            //: A way to find more; %1 is a choice that is dropped, such as "E-boek"
            return qsTr("Zoek zonder ‘%1’").arg(FacetWords.value(facet, value, catalogue.branches));
        case "elsewhere":
            return qsTr("Zoek in alle vestigingen");
        default:
            //: A way to find more; %1 are fewer words than were typed
            return qsTr("Zoek alleen ‘%1’").arg(text);
        }
    }

    spacing: Theme.px(16)
    Accessible.role: Accessible.List
    //: Name of the list of ways to find something after all, for screen readers
    Accessible.name: qsTr("Zo vindt u wel iets")

    Repeater {
        id: buttons

        model: ways.catalogue.ways

        Press {
            required property string way
            required property string facet
            required property string value
            required property int count
            required property int index
            required property var model

            icon: way === "elsewhere" ? "building-2" : way === "drop-filter" ? "x" : "search"
            //: A way to find more, and how many titles it brings; %1 is "Zoek zonder ‘E-boek’"
            text: qsTr("%1 (%n titel(s))", "", count).arg(ways.words(way, facet, value, model.text))
            Layout.alignment: Qt.AlignHCenter
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            onPressed: ways.catalogue.loosen(index)
        }
    }
}
