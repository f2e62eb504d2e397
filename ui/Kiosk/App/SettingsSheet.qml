pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// Language, and how the screen looks. What is chosen holds at once; the next visitor starts anew.
Sheet {
    id: sheet

    required property Display display
    // "language", "display", or "" for both
    property string part

    readonly property bool both: part === ""

    // What is chosen now has the focus first
    function begin(choice: Choice, before: bool) {
        if (choice.on && choice.visible && (before || !firstFocus))
            firstFocus = choice;
    }

    title: part === "language" ? qsTr("Welke taal wilt u?") : both ? qsTr("Instellen") : qsTr("Hoe wilt u het zien?")
    text: qsTr("De volgende bezoeker ziet hier niets van.")
    wide: 860

    foot: Press {
        role: "main"
        //: Button that closes the panel with language and display
        text: qsTr("Klaar")
        icon: "check"
        onPressed: sheet.close()
    }

    component Head: Words {
        size: Theme.lead
        bold: true
        heading: true
        Layout.fillWidth: true
        Layout.topMargin: Theme.px(8)
    }

    Head {
        visible: sheet.both
        text: qsTr("Taal")
    }
    GridLayout {
        visible: sheet.part !== "display"
        columns: Theme.roomWidth < 840 ? 1 : Theme.roomWidth < 1000 ? 2 : 3
        columnSpacing: Theme.between
        uniformCellWidths: true
        rowSpacing: Theme.between
        Layout.fillWidth: true

        Repeater {
            model: sheet.display.languages

            Choice {
                required property string modelData

                kind: "radio"
                colour: Theme.green
                text: Say.ownNames[modelData]
                on: sheet.display.locale === modelData
                Component.onCompleted: sheet.begin(this, true)
                onPressed: sheet.display.locale = modelData
                Layout.fillWidth: true
            }
        }
    }
    Head {
        visible: sheet.part !== "language"
        text: qsTr("Grootte van de letters")
    }
    GridLayout {
        visible: sheet.part !== "language"
        columns: Theme.roomWidth < 840 ? 1 : 2
        columnSpacing: Theme.between
        uniformCellWidths: true
        rowSpacing: Theme.between
        Layout.fillWidth: true

        Repeater {
            model: [
                {
                    "scale": 1,
                    //: Size of letters
                    "name": qsTr("Gewoon")
                },
                {
                    "scale": 1.25,
                    //: Size of letters
                    "name": qsTr("Groter")
                },
                {
                    "scale": 1.5,
                    //: Size of letters
                    "name": qsTr("Groot")
                },
                {
                    "scale": 2,
                    //: Size of letters
                    "name": qsTr("Heel groot")
                }
            ]

            Choice {
                required property var modelData

                kind: "radio"
                colour: Theme.green
                text: modelData.name
                on: sheet.display.scale === modelData.scale
                Component.onCompleted: sheet.begin(this, false)
                onPressed: sheet.display.scale = modelData.scale
                Layout.fillWidth: true
            }
        }
    }
    Head {
        visible: sheet.part !== "language"
        text: qsTr("Kleur en beweging")
    }
    Choice {
        visible: sheet.part !== "language"
        colour: Theme.green
        //: Choice: high contrast
        text: qsTr("Donker scherm met felle letters")
        on: sheet.display.theme === "high"
        onPressed: sheet.display.theme = on ? "light" : "high"
        Layout.fillWidth: true
    }
    Choice {
        visible: sheet.part !== "language"
        colour: Theme.green
        //: Choice: reduced motion
        text: qsTr("Niets laten bewegen")
        on: !sheet.display.motion
        onPressed: sheet.display.motion = on
        Layout.fillWidth: true
    }
}
