import QtQuick
import Kiosk.Look
import Kiosk.Parts

// A round target: to click, or (`points`) only to bring the pointer to. Done, it stays as a small tick.
Pressable {
    id: round

    property string name
    property int count: 0
    property bool points: false
    property bool done: false
    property bool waiting: false
    property bool marked: false

    signal hit

    //: A round target in the click practice; %1 of %2
    says: qsTr("Cirkel %1 van %2").arg(name).arg(count)
    off: done || waiting
    visible: !waiting
    height: width
    ringRadius: width / 2
    onPressed: hit()

    HoverHandler {
        id: pointer

        enabled: round.points && !round.off
    }
    Timer {
        interval: 250
        running: pointer.hovered
        onTriggered: round.hit()
    }
    Rectangle {
        visible: !round.done
        anchors.fill: parent
        radius: width / 2
        color: round.held || pointer.hovered ? Theme.sun : Theme.greenTint
        border.width: Math.max(4, width / 18)
        border.color: Theme.green

        Rectangle {
            width: parent.width * 0.36
            height: width
            radius: width / 2
            color: Theme.green
            anchors.centerIn: parent
        }
    }
    Rectangle {
        visible: round.done
        width: Theme.px(48)
        height: width
        radius: width / 2
        color: Theme.green
        anchors.centerIn: parent

        Icon {
            name: round.done ? "check" : ""
            size: 32
            stroke: 3
            ink: Theme.overColour
            anchors.centerIn: parent
        }
    }
    Ring {
        visible: round.marked
        radius: round.width / 2
    }
}
