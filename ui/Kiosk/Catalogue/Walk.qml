pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Look
import Kiosk.Parts

// The way to the shelf: the plan, and the same in words.
Card {
    id: card

    // Catalogue.walk; never {}
    required property var walk
    property real least: 0

    readonly property var steps: [floorStep(), shelfStep(), numberStep()].filter(step => step)

    function floorStep(): string {
        const floor = Say.words(walk.floor);
        if (!floor)
            return "";
        //: Finding a thing in the library; %1 is the name of a floor, such as "eerste verdieping"
        return walk.away ? qsTr("Ga naar een andere verdieping: %1.").arg(floor) : qsTr("Blijf op deze verdieping: %1.").arg(floor);
    }
    function shelfStep(): string {
        const near = Say.words(walk.near);
        //: Finding a thing in the library; %1 is the name of something near: a room, "Balie"
        const there = near ? qsTr("Loop naar de kast bij: %1.").arg(near) : qsTr("Loop naar de kast met de gele rand.");
        if (!walk.first)
            return there;
        //: What is written on a bookcase; %1 and %2 are the first and the last mark on it ("400", "699")
        return there + " " + (walk.first === walk.last ? qsTr("Daar staat: %1.").arg(walk.first) : qsTr("Daar staat: %1 tot %2.").arg(walk.first).arg(walk.last));
    }
    function numberStep(): string {
        //: Finding a thing on its shelf; %1 is the shelf mark on its back, such as "MULT" or "512.3"
        return walk.callNumber ? qsTr("Zoek op de rug: %1.").arg(walk.callNumber) : "";
    }

    implicitHeight: Math.max(inner.implicitHeight + 2 * inner.air, least)

    ColumnLayout {
        id: inner

        readonly property real air: Theme.box(28)

        anchors {
            left: parent.left
            right: parent.right
            top: parent.top
            margins: air
        }
        spacing: Theme.px(16)

        Words {
            //: Heading over the plan that leads to a shelf
            text: qsTr("Zo loopt u")
            size: Theme.section
            bold: true
            heading: true
            Layout.fillWidth: true
        }
        WalkPlan {
            walk: card.walk
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(implicitHeight, Theme.px(420))
        }
        Repeater {
            model: card.steps

            DiscLine {
                required property string modelData
                required property int index

                number: index + 1
                text: modelData
                tone: Theme.blue
                Layout.fillWidth: true
            }
        }
    }
}
