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

    readonly property int count: rows.count

    Accessible.role: Accessible.List
    //: Name of the column of choices beside the titles, for screen readers
    Accessible.name: qsTr("Kies wat u zoekt")

    Repeater {
        id: rows

        model: list.catalogue.facets

        Item {
            id: entry

            required property string facet
            required property string value
            required property int count
            required property bool chosen
            required property int place
            required property bool more

            readonly property bool alone: facet === "here" || facet === "new"
            readonly property real above: facet === "new" ? Theme.px(20) : over.height

            width: list.width
            height: above + (more ? rest.height : choice.height)

            Loader {
                id: over

                active: entry.place === 0 && !entry.alone
                width: parent.width
                // Else it stays as high as what it held last
                height: active ? implicitHeight : 0

                sourceComponent: Words {
                    topPadding: Theme.px(20)
                    bottomPadding: Theme.px(4)
                    text: FacetWords.heading(entry.facet)
                    size: Theme.lead * Theme.calm
                    bold: true
                    heading: true
                }
            }
            FacetRow {
                id: choice

                visible: !entry.more
                y: entry.above
                width: parent.width
                height: implicitHeight
                word: FacetWords.value(entry.facet, entry.value, list.catalogue.branches)
                count: entry.count
                chosen: entry.chosen
                alone: entry.alone
                onPressed: entry.chosen ? list.catalogue.drop(entry.facet, entry.value) : list.catalogue.choose(entry.facet, entry.value)
            }
            Loader {
                id: rest

                active: entry.more
                width: parent.width

                sourceComponent: Press {
                    role: "quiet"
                    implicitHeight: Theme.touch
                    size: Theme.row
                    tail: "arrow-down"
                    //: Button that shows the rest of a list of choices; %1 is its heading, such as "Taal"
                    text: qsTr("Meer: %1").arg(FacetWords.heading(entry.facet))
                    onPressed: {
                        list.catalogue.unfold(entry.facet);
                        choice.forceActiveFocus(Qt.TabFocusReason);
                    }
                }
            }
        }
    }
}
