import QtQuick
import Kiosk.Look
import Kiosk.Parts

// A lesson to choose: a book with what one learns in it, how long it takes and how far one is.
Pressable {
    id: card

    required property var title
    required property var goal
    required property int minutes
    required property int count
    required property int done
    // "new", "begun" or "done"
    required property string stage

    readonly property bool finished: stage === "done"
    readonly property bool begun: stage === "begun"
    readonly property string length: qsTr("%n minuut/minuten", "", minutes)
    //: How many steps a lesson has
    readonly property string steps: qsTr("%n stap(pen)", "", count)
    //: How far a visitor is with a lesson
    readonly property string progress: finished ? qsTr("Klaar") : begun ? qsTr("%1 van %2 gedaan").arg(done).arg(count) : ""

    says: Say.words(title) + ". " + Say.words(goal) + " " + [length, steps, progress].filter(words => words !== "").join(Say.comma)
    implicitHeight: column.height + Theme.px(48)

    Card {
        anchors.fill: parent
        fill: card.held ? Theme.shade : Theme.card

        Spine {
            width: Math.round(Theme.unit * 24)
            height: parent.height
            radius: Theme.corner / 2
            color: Theme.green
            bandAt: Math.round(Theme.unit * 28)
            anchors.left: parent.left
        }
        Column {
            id: column

            anchors {
                left: parent.left
                leftMargin: Math.round(Theme.unit * 24) + Theme.px(32)
                right: arrow.left
                rightMargin: Theme.px(16)
                verticalCenter: parent.verticalCenter
            }
            spacing: Theme.px(10)

            Words {
                width: parent.width
                text: Say.words(card.title)
                size: Theme.section
                bold: true
                color: Theme.green
                Accessible.ignored: true
            }
            Words {
                width: parent.width
                text: Say.words(card.goal)
                size: Theme.body
                Accessible.ignored: true
            }
            Flow {
                width: parent.width
                spacing: Theme.px(20)
                topPadding: Theme.px(6)

                Row {
                    spacing: Theme.px(10)

                    Icon {
                        name: "clock"
                        size: 24
                        ink: Theme.soft
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    Words {
                        text: card.length + Say.comma + card.steps
                        size: Theme.small
                        color: Theme.soft
                        single: true
                        height: Theme.px(38)
                        verticalAlignment: Text.AlignVCenter
                        Accessible.ignored: true
                    }
                }
                Tag {
                    visible: card.progress !== ""
                    text: card.progress
                    icon: card.finished ? "circle-check" : "hourglass"
                    ink: card.finished ? Theme.green : Theme.ink
                    fill: card.finished ? Theme.greenTint : Theme.sunTint
                    Accessible.ignored: true
                }
            }
        }
        Icon {
            id: arrow

            name: "chevron-right"
            size: 36
            ink: Theme.green
            anchors {
                right: parent.right
                rightMargin: Theme.px(24)
                verticalCenter: parent.verticalCenter
            }
        }
    }
}
