import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// Over the titles: how many there are and of what, how old that is, and what narrows them.
ColumnLayout {
    id: head

    required property Catalogue catalogue
    // The choices do not stand beside the titles
    required property bool folded

    readonly property string searched: catalogue.corrected || catalogue.typed.trim()
    //: How many titles were found; %1 is what was searched, in bold
    readonly property string found: searched ? qsTr("%n titel(s) met %1", "", catalogue.total).arg("<b>" + escaped(searched) + "</b>") : qsTr("%n titel(s)", "", catalogue.total)
    //: After a typing error was corrected; %1 is what was typed
    readonly property string meant: catalogue.corrected ? qsTr("U typte ‘%1’.").arg(catalogue.typed.trim()) : ""
    readonly property string says: found.replace(/<[^>]*>/g, "") + (meant ? ". " + meant : "")

    signal unfolded

    function escaped(text: string): string {
        return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
    }

    spacing: Theme.px(12)

    RowLayout {
        spacing: Theme.px(20)
        Layout.fillWidth: true
        Layout.bottomMargin: head.folded && !head.catalogue.filtered ? Theme.box(8) : 0

        Flow {
            spacing: Theme.px(20)
            Layout.fillWidth: true

            Words {
                id: count

                width: Math.min(implicitWidth, parent.width)
                text: head.found
                textFormat: Text.StyledText
                size: 32 * Theme.calm
                heading: true
                Accessible.name: head.found.replace(/<[^>]*>/g, "")
            }
            Words {
                visible: text !== ""
                width: Math.min(implicitWidth, parent.width)
                height: Math.max(implicitHeight, count.height)
                verticalAlignment: Text.AlignVCenter
                text: head.meant
                size: Theme.row
                color: Theme.soft
            }
        }
        Icon {
            visible: age.visible
            name: "refresh-cw"
            size: 22
            ink: Theme.soft
        }
        Words {
            id: age

            visible: text !== "" && !Theme.narrow
            text: Say.asOf(head.catalogue.updated)
            size: Theme.small
            color: Theme.soft
            single: true
        }
        Press {
            visible: head.folded
            //: Button that shows the choices that narrow a search
            text: qsTr("Kies")
            icon: "sliders-horizontal"
            size: Theme.row
            implicitHeight: Theme.touch
            onPressed: head.unfolded()
        }
    }
    FacetChips {
        catalogue: head.catalogue
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.box(8)
    }
}
