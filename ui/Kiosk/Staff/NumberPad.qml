pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Look
import Kiosk.Parts

// Digits to touch, laid out as on a telephone; digits read from left to right in every script.
Grid {
    id: pad

    property bool off: false

    signal digit(string digit)
    signal erase

    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    columns: 3
    spacing: Theme.between
    Accessible.role: Accessible.Grouping
    //: The digits on the screen, for screen readers
    Accessible.name: qsTr("Cijfers")

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "delete"]

        Item {
            id: place

            required property string modelData

            implicitWidth: Math.round(Theme.box(112))
            implicitHeight: Theme.press

            Press {
                visible: place.modelData !== ""
                anchors.fill: parent
                off: pad.off
                text: place.modelData === "delete" ? "" : place.modelData
                icon: place.modelData === "delete" ? "delete" : ""
                //: Button that takes the last digit away, for screen readers
                says: place.modelData === "delete" ? qsTr("Wis het laatste cijfer") : place.modelData
                size: 30
                onPressed: place.modelData === "delete" ? pad.erase() : pad.digit(place.modelData)
            }
        }
    }
}
