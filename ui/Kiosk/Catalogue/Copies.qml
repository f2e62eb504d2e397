pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// Which branches have the open title, and how old that knowledge is; or why there is none to take.
ColumnLayout {
    id: copies

    required property Catalogue catalogue
    // It can be had without any copy
    required property bool online
    // Little room: a place stands under its branch
    property bool tight: false

    spacing: Theme.px(16)

    Card {
        visible: branches.count > 0
        Layout.fillWidth: true
        Layout.preferredHeight: rows.height

        Column {
            id: rows

            width: parent.width
            Accessible.role: Accessible.List
            //: Name of the list of branches that have a title, for screen readers
            Accessible.name: qsTr("Vestigingen")

            Repeater {
                id: branches

                model: copies.catalogue.copies

                CopyRow {
                    width: rows.width
                    tight: copies.tight
                }
            }
        }
    }
    Words {
        visible: copies.online
        text: qsTr("Online, via de website van de bibliotheek. Thuis of op uw telefoon.")
        size: Theme.lead
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.prose
    }
    Words {
        visible: branches.count === 0 && !copies.online
        text: qsTr("Deze titel staat nu nergens op de plank. Vraag ernaar bij Hulp.")
        size: Theme.lead
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.prose
    }
    RowLayout {
        visible: branches.count > 0 && age.text !== ""
        spacing: Theme.px(10)

        Icon {
            name: "refresh-cw"
            size: 22
            ink: Theme.soft
        }
        Words {
            id: age

            text: Say.asOf(copies.catalogue.updated)
            size: Theme.small
            color: Theme.soft
            Layout.fillWidth: true
        }
    }
}
