pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Look

// Progress as steps: what is done has a tick, now is sun, later is open. `now` counts from 1.
Row {
    id: steps

    property int now: 1
    property int count: 1
    property real size: 36
    property color colour: Theme.green

    //: Progress in a lesson
    Accessible.name: qsTr("Stap %1 van %2").arg(Math.min(now, count)).arg(count)
    Accessible.role: Accessible.ProgressBar

    Repeater {
        model: steps.count

        Row {
            id: one

            required property int index
            readonly property bool done: index + 1 < steps.now
            readonly property bool here: index + 1 === steps.now

            Rectangle {
                visible: one.index > 0
                width: Theme.px(steps.size * 0.5)
                height: Math.round(Theme.unit * 3)
                color: one.done || one.here ? steps.colour : Theme.edge
                anchors.verticalCenter: parent.verticalCenter
            }
            Rectangle {
                width: Theme.px(steps.size)
                height: width
                radius: width / 2
                color: one.done ? steps.colour : one.here ? Theme.sun : Theme.card
                border.width: one.done ? 0 : one.here ? 3 : 2
                border.color: one.here ? Theme.ink : Theme.edge
                anchors.verticalCenter: parent.verticalCenter

                Icon {
                    name: one.done ? "check" : ""
                    size: steps.size * 0.62
                    stroke: 3
                    ink: Theme.overColour
                    anchors.centerIn: parent
                }
                Words {
                    visible: !one.done && steps.size >= 32
                    text: one.index + 1
                    size: Theme.small
                    bold: one.here
                    single: true
                    color: one.here ? Theme.overSun : Theme.soft
                    anchors.centerIn: parent
                    Accessible.ignored: true
                }
            }
        }
    }
}
