pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// One activity: what, when, where and for whom, and a code to take it along on a phone.
Screen {
    id: screen

    required property Events events
    required property string eventId

    readonly property var event: events.opened
    readonly property bool there: event.eventId !== undefined
    readonly property bool cancelled: event.cancelled ?? false
    readonly property string language: Say.locale

    title: qsTr("Meedoen")
    colour: Theme.plum
    reading: true
    note: there && !cancelled ? qsTr("U hoeft zich niet aan te melden.") : ""
    Component.onCompleted: events.open(eventId, language)
    onLanguageChanged: events.open(eventId, language)

    Scroll {
        id: scroll

        anchors.fill: parent
        barRoom: 0

        GridLayout {
            id: page

            readonly property bool paired: Theme.roomWidth >= 1500
            // Beside each other both are as high as the room
            readonly property real least: paired ? scroll.height - 2 * scroll.air - Theme.box(40) : 0

            visible: screen.there
            x: Theme.margin
            y: Theme.box(24)
            width: parent.width - 2 * Theme.margin
            columns: paired ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            EventAbout {
                visible: screen.there
                event: screen.event
                least: page.least
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
            EventTakeAlong {
                visible: !screen.cancelled
                drawn: screen.events.code
                sight: scroll.height - 2 * scroll.air
                least: page.least
                Layout.fillWidth: !page.paired
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.px(560)
            }
        }
        Empty {
            visible: !screen.there
            x: Theme.margin
            y: Theme.box(120)
            width: parent.width - 2 * Theme.margin
            drawing: "door-meedoen"
            title: qsTr("Deze activiteit is er niet meer")
            text: qsTr("Ga terug en kijk wat er nog meer te doen is.")
        }
    }
}
