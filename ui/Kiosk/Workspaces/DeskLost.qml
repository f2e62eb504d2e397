pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// Says to who is busy elsewhere that the desk they took is somebody else's after all; what to do stands on Werkplek.
Sheet {
    id: lost

    required property Workspaces workspaces

    signal wanted

    //: Heading: somebody else has the desk; %1 is "Tafel 4"
    title: qsTr("%1 is al van iemand anders").arg(DeskWords.name(workspaces.mine))
    text: qsTr("Iemand anders was net eerder. Dat spijt ons.")
    wide: 860
    firstFocus: other

    foot: GridLayout {
        columns: Theme.narrow ? 1 : 2
        columnSpacing: Theme.between
        rowSpacing: Theme.between

        Press {
            //: Button: go on with what one was doing, without a desk for now
            text: qsTr("Straks")
            onPressed: lost.close()
            Layout.alignment: Qt.AlignRight
        }
        Press {
            id: other

            role: "main"
            //: Button to the desks, for who has lost the one they had
            text: qsTr("Zoek een andere plek")
            icon: "lamp-desk"
            onPressed: lost.wanted()
        }
    }
}
