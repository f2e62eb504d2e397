pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts
import Kiosk.Lessons.Kinds

// What to do: where one is, the task and its parts.
Column {
    id: instruction

    required property Player player

    readonly property alias task: task
    readonly property bool pictured: player.picture !== "" && width > Theme.px(440)
    // Steps with numbers in them, if there is room beside the words
    readonly property real stepSize: Math.max(22, Math.min(36, (width / Theme.scale - 150) / (1.5 * player.count - 0.5)))

    spacing: Theme.px(24)

    Column {
        width: parent.width
        spacing: Theme.px(20)

        Item {
            width: parent.width
            height: Math.max(label.height, steps.height) + (beside ? 0 : steps.height + Theme.px(8))

            readonly property bool beside: label.implicitWidth + Theme.px(instruction.stepSize) * (1.5 * instruction.player.count - 0.5) + Theme.px(8) <= width

            Words {
                id: label

                //: Where one is in a lesson
                text: qsTr("Stap %1 van %2").arg(instruction.player.now).arg(instruction.player.count)
                size: Theme.row
                color: Theme.soft
                single: true
                anchors.left: parent.left
                y: parent.beside ? (parent.height - height) / 2 : 0
                Accessible.ignored: true
            }
            Steps {
                id: steps

                now: instruction.player.now
                count: instruction.player.count
                size: instruction.stepSize
                x: parent.beside !== LayoutMirroring.enabled ? parent.width - width : 0
                anchors.bottom: parent.bottom
            }
        }
        Column {
            width: parent.width
            spacing: Theme.px(8)

            Landing {
                id: task

                width: parent.width
                text: Say.words(instruction.player.say)
                size: Theme.task
            }
            SecondWords {
                width: parent.width
                words: instruction.player.say
                language: instruction.player.second
                size: Theme.lead
            }
        }
    }
    Item {
        width: parent.width
        height: Math.max(how.height, picture.height)

        Column {
            id: how

            anchors.left: parent.left
            width: parent.width - (instruction.pictured ? picture.width + Theme.px(16) : 0)
            spacing: Theme.px(16)

            Repeater {
                model: instruction.player.how

                Item {
                    id: sentence

                    required property int index
                    required property var modelData

                    width: how.width
                    height: Math.max(disc.height, words.height)
                    Accessible.role: Accessible.ListItem
                    Accessible.name: (index + 1) + ". " + Say.words(modelData)

                    Rectangle {
                        id: disc

                        width: Theme.px(36)
                        height: width
                        radius: width / 2
                        color: Theme.ink
                        anchors.left: parent.left

                        Words {
                            text: sentence.index + 1
                            size: Theme.small
                            bold: true
                            single: true
                            color: Theme.paper
                            anchors.centerIn: parent
                            Accessible.ignored: true
                        }
                    }
                    Column {
                        id: words

                        anchors {
                            left: disc.right
                            leftMargin: Theme.px(16)
                            right: parent.right
                        }
                        spacing: Theme.px(2)

                        Words {
                            width: parent.width
                            text: Say.words(sentence.modelData)
                            size: 26
                            Accessible.ignored: true
                        }
                        SecondWords {
                            width: parent.width
                            words: sentence.modelData
                            language: instruction.player.second
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
        Drawing {
            id: picture

            name: instruction.pictured ? instruction.player.picture : ""
            width: instruction.pictured ? Theme.px(144) : 0
            // No higher than the words beside it: the practice comes below
            height: instruction.pictured ? Math.max(Theme.px(96), Math.min(how.height, Theme.px(176))) : 0
            anchors.right: parent.right
            Accessible.ignored: false
            Accessible.role: Accessible.Graphic
            Accessible.name: Say.words(instruction.player.alt)
        }
    }
}
