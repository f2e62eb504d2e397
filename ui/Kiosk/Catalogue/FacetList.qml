pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// By what the answer can be narrowed: words with counts, one under the other; of each facet a few, and the rest after
// a press.
Column {
    id: list

    required property Catalogue catalogue

    readonly property int few: 5
    readonly property int count: rows.count
    // Facets of which all values are shown
    property var unfolded: []

    Accessible.role: Accessible.List
    //: Name of the column of choices beside the titles, for screen readers
    Accessible.name: qsTr("Kies wat u zoekt")

    Repeater {
        id: rows

        model: list.catalogue.facets

        Column {
            id: entry

            required property string facet
            required property string value
            required property int count
            required property bool chosen
            required property int place

            readonly property bool alone: facet === "here" || facet === "new"
            readonly property bool whole: list.unfolded.includes(facet)
            readonly property bool shown: place < list.few || chosen || whole
            readonly property bool folded: place === list.few && !whole

            width: list.width
            visible: shown || folded

            Loader {
                active: entry.place === 0 && !entry.alone
                visible: active
                width: parent.width

                sourceComponent: Words {
                    topPadding: Theme.px(20)
                    bottomPadding: Theme.px(4)
                    text: FacetWords.heading(entry.facet)
                    size: Theme.lead * Theme.calm
                    bold: true
                    heading: true
                }
            }
            Item {
                visible: entry.facet === "new"
                width: 1
                height: Theme.px(20)
            }
            Loader {
                id: choice

                active: entry.shown
                visible: active
                width: parent.width

                sourceComponent: FacetRow {
                    word: FacetWords.value(entry.facet, entry.value, list.catalogue.branches)
                    count: entry.count
                    chosen: entry.chosen
                    alone: entry.alone
                    onPressed: entry.chosen ? list.catalogue.drop(entry.facet, entry.value) : list.catalogue.choose(entry.facet, entry.value)
                }
            }
            Loader {
                active: entry.folded
                visible: active
                width: parent.width

                sourceComponent: Press {
                    role: "quiet"
                    implicitHeight: Theme.touch
                    size: Theme.row
                    tail: "arrow-down"
                    //: Button that shows the rest of a list of choices; %1 is its heading, such as "Taal"
                    text: qsTr("Meer: %1").arg(FacetWords.heading(entry.facet))
                    onPressed: {
                        list.unfolded = [...list.unfolded, entry.facet];
                        (choice.item as FacetRow)?.forceActiveFocus(Qt.TabFocusReason);
                    }
                }
            }
        }
    }
}
