pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts
import Kiosk.Lessons.Kinds

// The green frame in which nothing can go wrong, and in it the kind of the player's step.
FocusScope {
    id: practice

    required property Player player
    // What was said about the last deed; shown here where the stork is out of sight
    property string words

    // The height that can be seen at once
    property real room: 0

    readonly property Kind kind: stage.item as Kind

    function begin() {
        const kind = player.kind;
        if (kind === "")
            stage.source = "";
        else
            stage.setSource(Qt.resolvedUrl("Kinds/" + kind.charAt(0).toUpperCase() + kind.slice(1) + "Kind.qml"), {
                "player": player
            });
    }

    implicitHeight: banner.height + (kind?.implicitHeight ?? 0) + (strip.visible ? strip.height : 0)
    Component.onCompleted: begin()
    Accessible.role: Accessible.Grouping
    Accessible.name: safe.text

    Connections {
        target: practice.player

        function onStepChanged() {
            practice.begin();
        }
    }
    Card {
        anchors.fill: parent
        edgeWidth: 0

        Rectangle {
            id: banner

            width: parent.width
            height: Math.max(Theme.px(64), safe.height + Theme.px(24))
            topLeftRadius: Theme.corner
            topRightRadius: Theme.corner
            color: Theme.greenTint

            Icon {
                id: shield

                name: "shield-check"
                ink: Theme.green
                anchors {
                    left: parent.left
                    leftMargin: Theme.px(24)
                    verticalCenter: parent.verticalCenter
                }
            }
            Words {
                id: safe

                text: qsTr("Oefenen. Hier kan niets misgaan.")
                size: Theme.row
                strong: true
                color: Theme.green
                lineHeight: 1
                anchors {
                    left: shield.right
                    leftMargin: Theme.px(14)
                    right: count.left
                    rightMargin: Theme.px(16)
                    verticalCenter: parent.verticalCenter
                }
            }
            Words {
                id: count

                //: How much of a step is done: %1 of %2 things
                text: practice.player.of > 1 ? qsTr("%1 van %2 gedaan").arg(practice.player.done).arg(practice.player.of) : ""
                size: Theme.row
                strong: true
                color: Theme.green
                single: true
                anchors {
                    right: parent.right
                    rightMargin: Theme.px(24)
                    verticalCenter: parent.verticalCenter
                }
            }
        }
        Loader {
            id: stage

            focus: true
            anchors {
                top: banner.bottom
                bottom: strip.top
                left: parent.left
                right: parent.right
            }
            Binding {
                target: stage.item
                property: "room"
                value: practice.room - banner.height - (strip.visible ? strip.height : 0)
                when: stage.item !== null
            }
        }
        Rectangle {
            id: strip

            visible: practice.words !== ""
            width: parent.width
            height: visible ? said.height + Theme.px(28) : 0
            anchors.bottom: parent.bottom
            bottomLeftRadius: Theme.corner
            bottomRightRadius: Theme.corner
            color: practice.player.state === "right" ? Theme.greenTint : Theme.sunTint

            Icon {
                id: sign

                name: practice.player.state === "right" ? "circle-check" : "message-square"
                ink: practice.player.state === "right" ? Theme.green : Theme.ink
                anchors {
                    left: parent.left
                    leftMargin: Theme.px(24)
                    verticalCenter: parent.verticalCenter
                }
            }
            Words {
                id: said

                text: practice.words
                strong: true
                anchors {
                    left: sign.right
                    leftMargin: Theme.px(14)
                    right: parent.right
                    rightMargin: Theme.px(24)
                    verticalCenter: parent.verticalCenter
                }
                Accessible.ignored: true
            }
        }
        Rectangle {
            anchors.fill: parent
            radius: Theme.corner
            color: "transparent"
            border.width: Theme.border
            border.color: Theme.green
        }
        Ring {
            visible: practice.kind !== null && practice.kind.atRest && !practice.kind.ringsWithin
        }
    }
}
