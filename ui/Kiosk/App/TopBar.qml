import QtQuick
import QtQuick.Layouts
import Kiosk.Look
import Kiosk.Parts

// Above every screen: Home, the title, the time left, language, display, help. What does not fit side by side moves
// down, the title first: language and display are joined behind "Instellen", and Home and Hulp never move.
Rectangle {
    id: bar

    property string title
    property color colour: Theme.line
    property string language
    // Minutes that the visitor's desk is still theirs; -1 without a desk
    property int minutesLeft: -1
    // "", "asked", "coming"
    property string help

    readonly property bool timed: minutesLeft >= 0
    // What each asks of a row, with the air before it
    readonly property real titleNeeds: title === "" ? 0 : titleRow.implicitWidth + Theme.between
    readonly property real timeNeeds: timed ? time.implicitWidth + divider.implicitWidth + 2 * Theme.between + Theme.box(16) : 0
    readonly property real choicesNeed: Theme.between + (Theme.tight ? settings.implicitWidth : language.implicitWidth + Theme.between + display.implicitWidth)
    // What a row has left after that
    readonly property real room: row.width - home.implicitWidth + home.reach - helpButton.implicitWidth - Theme.between
    readonly property bool choicesBelow: room < choicesNeed
    readonly property real roomForTime: room - (choicesBelow ? 0 : choicesNeed)
    readonly property bool timeBelow: timed && roomForTime < timeNeeds
    readonly property bool titleBelow: title !== "" && roomForTime - (timeBelow ? 0 : timeNeeds) < titleNeeds
    readonly property bool movedDown: timeBelow || choicesBelow
    // The title has a row of its own under what moved down
    readonly property bool titleAlone: titleBelow && movedDown && row.width < below.implicitWidth + titleNeeds

    signal homePressed
    signal languagePressed
    signal displayPressed
    signal settingsPressed
    signal helpPressed

    implicitHeight: titleBelow ? titleRow.y + titleRow.height + Theme.box(20) : movedDown ? below.y + below.height + Theme.box(12) : Theme.bar
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
        spacing: Theme.between

        BarButton {
            id: home

            // Its word hangs on the margin, its touch area reaches out; layouts mirror this by themselves
            readonly property real reach: Theme.box(16)

            //: Button to the screen with the four doors
            text: qsTr("Home")
            icon: "house"
            strong: true
            onPressed: bar.homePressed()
            Layout.leftMargin: -reach
        }
        Item {
            Layout.fillWidth: true
        }
        TimeLeft {
            id: time

            visible: bar.timed && !bar.timeBelow
            minutes: bar.minutesLeft
        }
        Rectangle {
            id: divider

            visible: time.visible
            implicitWidth: Theme.border
            implicitHeight: Theme.box(32)
            color: Theme.line
            Layout.leftMargin: Theme.box(16)
        }
        BarButton {
            id: language

            visible: !Theme.tight && !bar.choicesBelow
            text: bar.language
            icon: "languages"
            onPressed: bar.languagePressed()
        }
        BarButton {
            id: display

            visible: !Theme.tight && !bar.choicesBelow
            //: Button: size of letters, contrast, motion
            text: qsTr("Weergave")
            icon: "a-large-small"
            onPressed: bar.displayPressed()
        }
        BarButton {
            id: settings

            visible: Theme.tight && !bar.choicesBelow
            //: Button: language and display together
            text: qsTr("Instellen")
            icon: "sliders-horizontal"
            onPressed: bar.settingsPressed()
        }
        Press {
            id: helpButton

            //: Button that asks a volunteer to come, and what it says while help is asked or under way
            text: bar.help === "coming" ? qsTr("Hulp komt") : bar.help === "asked" ? qsTr("Hulp gevraagd") : qsTr("Hulp")
            icon: "hand"
            role: bar.help ? "called" : "help"
            implicitHeight: Theme.touch
            onPressed: bar.helpPressed()
        }
    }
    RowLayout {
        id: below

        visible: bar.movedDown
        x: bar.LayoutMirroring.enabled === bar.titleAlone ? bar.width - width - Theme.margin : Theme.margin
        y: Theme.bar
        spacing: Theme.px(32)

        TimeLeft {
            visible: bar.timeBelow
            minutes: bar.minutesLeft
        }
        BarButton {
            visible: bar.choicesBelow
            text: settings.text
            icon: settings.icon
            onPressed: bar.settingsPressed()
        }
    }
    Row {
        id: titleRow

        visible: bar.title !== ""
        spacing: Theme.box(18)
        x: bar.LayoutMirroring.enabled ? bar.width - width - at : at
        y: bar.titleAlone ? below.y + below.height : Math.round(bar.titleBelow ? Theme.bar + (bar.movedDown ? (below.height - height) / 2 : 0) : (Theme.bar - height) / 2)

        readonly property real at: bar.titleBelow ? Theme.margin : Math.ceil(Theme.margin + home.width - home.reach + Theme.between)

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
