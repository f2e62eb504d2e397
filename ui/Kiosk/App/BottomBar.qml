import QtQuick
import QtQuick.Layouts
import Kiosk.Look
import Kiosk.Parts
import Kiosk.Parts as Parts

// The plank, and what lies under it: Back at the start, the main action at the end.
Plank {
    id: bar

    // The screen that is shown; without one the bar is bare
    property Parts.Screen screen: null

    implicitHeight: Math.max(Theme.plank, row.implicitHeight + Theme.box(40))
    Accessible.role: Accessible.ToolBar
    //: The bar at the bottom of the screen, for screen readers
    Accessible.name: qsTr("Onderbalk")

    RowLayout {
        id: row

        anchors {
            left: parent.left
            right: parent.right
            leftMargin: Theme.margin
            rightMargin: Theme.margin
            verticalCenter: parent.verticalCenter
            verticalCenterOffset: 5
        }
        spacing: Theme.between + Theme.box(8)

        Press {
            visible: text !== ""
            text: bar.screen?.backText ?? ""
            icon: bar.screen?.backIcon ?? ""
            onPressed: bar.screen.back()
            Layout.minimumWidth: Theme.px(140)
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
        }
        Words {
            text: bar.screen?.note ?? ""
            color: Theme.soft
            lineHeight: 1
            horizontalAlignment: Text.AlignRight
            Layout.fillWidth: true
        }
        Press {
            visible: text !== ""
            role: "quiet"
            text: bar.screen?.skipText ?? ""
            onPressed: bar.screen.skipPressed()
            Layout.minimumWidth: Theme.px(140)
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
        }
        Press {
            visible: bar.screen?.mainVisible ?? false
            role: bar.screen?.mainFilled ? "main" : "other"
            text: bar.screen?.mainText ?? ""
            icon: bar.screen?.mainIcon ?? ""
            tail: bar.screen?.mainTail ?? ""
            colour: bar.screen?.mainColour ?? Theme.green
            off: !(bar.screen?.mainEnabled ?? true)
            onPressed: bar.screen.mainPressed()
            Layout.minimumWidth: Theme.px(140)
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
        }
    }
}
