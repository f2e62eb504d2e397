import QtQuick
import QtQuick.Layouts
import Kiosk.Look
import Kiosk.Parts

// The card with the code that takes an activity along on a phone, and how.
Card {
    id: card

    // {size, path} of Events.code
    required property var drawn
    // As high as its neighbour
    property real least: 0
    // What can be seen at once; a camera needs the whole code
    required property real sight

    implicitHeight: Math.max(inner.implicitHeight + 2 * inner.air, least)

    ColumnLayout {
        id: inner

        readonly property real air: Theme.box(32)

        anchors {
            left: parent.left
            right: parent.right
            top: parent.top
            margins: air
        }
        spacing: Theme.px(12)

        Words {
            text: qsTr("Neem mee op uw telefoon")
            size: Theme.section
            bold: true
            heading: true
            Layout.fillWidth: true
        }
        TakeAlong {
            drawn: card.drawn
            room: Math.min(Theme.px(440), card.sight)
            tone: Theme.plum
            //: Taking an activity along on a phone, third step
            then: qsTr("Tik op uw telefoon. Dan staat het in uw agenda.")
            Layout.fillWidth: true
        }
    }
}
