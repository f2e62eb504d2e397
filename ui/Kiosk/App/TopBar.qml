import QtQuick
import QtQuick.Layouts
import Kiosk.Look
import Kiosk.Parts

// Above every screen: Home, the title, the time left, language, display, help. What does not fit side by side is
// joined behind "Instellen", and the title moves below.
Rectangle {
    id: bar

    property string title
    property color colour: Theme.line
    property string language
    // Minutes that the visitor's desk is still theirs; -1 without a desk
    property int minutesLeft: -1
    // "", "asked", "coming"
    property string help

    readonly property bool titleBelow: title !== "" && row.width < start.implicitWidth + titleRow.implicitWidth + end.implicitWidth + 3 * Theme.between

    signal homePressed
    signal languagePressed
    signal displayPressed
    signal settingsPressed
    signal helpPressed

    implicitHeight: Theme.bar + (titleBelow ? titleRow.implicitHeight + Theme.box(20) : 0)
    color: Theme.paper
    Accessible.role: Accessible.ToolBar
    //: The bar at the top of the screen, for screen readers
    Accessible.name: qsTr("Bovenbalk")

    Rectangle {
        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
        }
        height: Theme.hairline
        color: Theme.line
    }
    RowLayout {
        id: row

        x: Theme.margin
        width: parent.width - 2 * Theme.margin
        height: Theme.bar
        spacing: 0

        RowLayout {
            id: start

            spacing: Theme.between

            BarButton {
                id: home

                //: Button to the screen with the four doors
                text: qsTr("Home")
                icon: "house"
                strong: true
                onPressed: bar.homePressed()
                // Its word hangs on the margin, its touch area reaches out; layouts mirror this by themselves
                Layout.leftMargin: -Theme.box(16)
            }
        }
        Item {
            Layout.fillWidth: true
        }
        RowLayout {
            id: end

            spacing: Theme.between

            Row {
                visible: bar.minutesLeft >= 0
                spacing: Theme.box(12)
                Accessible.role: Accessible.StaticText
                Accessible.name: time.text

                Icon {
                    name: "clock"
                    anchors.verticalCenter: parent.verticalCenter
                }
                Words {
                    id: time

                    text: Say.left(Math.max(0, bar.minutesLeft))
                    size: Theme.row
                    single: true
                    anchors.verticalCenter: parent.verticalCenter
                    Accessible.ignored: true
                }
            }
            Rectangle {
                visible: bar.minutesLeft >= 0
                implicitWidth: Theme.border
                implicitHeight: Theme.box(32)
                color: Theme.line
                Layout.leftMargin: Theme.box(16)
            }
            BarButton {
                visible: !Theme.tight
                text: bar.language
                icon: "languages"
                onPressed: bar.languagePressed()
            }
            BarButton {
                visible: !Theme.tight
                //: Button: size of letters, contrast, motion
                text: qsTr("Weergave")
                icon: "a-large-small"
                onPressed: bar.displayPressed()
            }
            BarButton {
                visible: Theme.tight
                //: Button: language and display together
                text: qsTr("Instellen")
                icon: "sliders-horizontal"
                onPressed: bar.settingsPressed()
            }
            Press {
                //: Button that asks a volunteer to come, and what it says while help is asked or under way
                text: bar.help === "coming" ? qsTr("Hulp komt") : bar.help === "asked" ? qsTr("Hulp gevraagd") : qsTr("Hulp")
                icon: "hand"
                role: bar.help ? "called" : "help"
                implicitHeight: Theme.touch
                onPressed: bar.helpPressed()
            }
        }
    }
    Row {
        id: titleRow

        visible: bar.title !== ""
        spacing: Theme.box(18)
        x: bar.LayoutMirroring.enabled ? bar.width - width - at : at
        y: bar.titleBelow ? Theme.bar : Math.round((Theme.bar - height) / 2)

        readonly property real at: bar.titleBelow ? Theme.margin : Theme.margin + start.implicitWidth + Theme.between

        Spine {
            color: bar.colour
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            text: bar.title
            size: Theme.lead
            bold: true
            heading: true
            lineHeight: 1
            width: bar.titleBelow ? Math.min(implicitWidth, bar.width - 2 * Theme.margin - Theme.box(40)) : implicitWidth
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
