pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts
import Kiosk.Lessons.Kinds

// The lesson is over: a warm and true word, and what to remember at home.
Item {
    id: end

    required property Player player

    // How far the plank lies below
    property real drop: 0

    readonly property bool stacked: Theme.narrow
    readonly property real paperWidth: stacked ? width : Math.round((width - Theme.px(48)) * 2 / 3)
    readonly property int skipped: player.states.filter(state => state === "skipped").length
    readonly property int done: player.states.filter(state => state === "done").length
    // Who skipped most of it did not do it, and is not praised for it
    readonly property bool looked: done < skipped

    implicitHeight: stacked ? card.height + Theme.px(32) + words.height + Theme.px(32) + stork.height : Math.max(card.height, words.height + Theme.px(32) + stork.height)

    Card {
        id: card

        width: end.paperWidth
        height: lines.height + Theme.px(96)
        anchors.left: parent.left
        y: end.stacked ? words.height + Theme.px(32) : 0

        Spine {
            width: Math.round(Theme.unit * 16)
            height: parent.height
            color: Theme.green
            bandAt: Math.round(Theme.unit * 40)
            anchors.left: parent.left
        }
        Column {
            id: lines

            anchors {
                left: parent.left
                right: parent.right
                leftMargin: Theme.px(56)
                rightMargin: Theme.px(40)
            }
            y: Theme.px(48)
            spacing: Theme.px(24)

            Words {
                width: parent.width
                //: Heading of the card with lines to remember
                text: qsTr("Dit neemt u mee")
                size: Theme.section
                bottomPadding: Theme.px(8)
                bold: true
                heading: true
                color: Theme.green
            }
            Repeater {
                model: end.player.cards

                Item {
                    id: line

                    required property var modelData

                    width: lines.width
                    height: both.height

                    Icon {
                        id: tick

                        name: "check"
                        ink: Theme.green
                        stroke: 3
                        opacity: line.modelData.done ? 1 : 0
                        anchors.left: parent.left
                        y: Theme.px(5)
                    }
                    // A step that was skipped has its line too, and no tick
                    Rectangle {
                        visible: !line.modelData.done
                        width: Theme.px(10)
                        height: width
                        radius: width / 2
                        color: Theme.green
                        anchors.centerIn: tick
                    }
                    Column {
                        id: both

                        anchors {
                            left: tick.right
                            leftMargin: Theme.px(16)
                            right: parent.right
                        }

                        Words {
                            width: parent.width
                            text: Say.words(line.modelData.words)
                            size: Theme.lead
                        }
                        SecondWords {
                            width: parent.width
                            words: line.modelData.words
                            language: end.player.second
                        }
                    }
                }
            }
        }
    }
    Column {
        id: words

        anchors.right: parent.right
        width: end.stacked ? parent.width : parent.width - end.paperWidth - Theme.px(48)
        spacing: Theme.px(16)

        Words {
            width: parent.width
            text: end.looked ? qsTr("U bent aan het eind") : qsTr("De les is klaar")
            size: Theme.page
            bold: true
            heading: true
        }
        Words {
            width: parent.width
            text: (end.looked ?
                //: %1 is the name of the lesson, most of which was skipped
                qsTr("U keek rond in ‘%1’. Schrijf de zinnen gerust over.") :
                //: %1 is the name of the lesson
                qsTr("U deed ‘%1’. Schrijf de zinnen gerust over.")).arg(Say.words(end.player.title))
            size: Theme.lead
        }
        Words {
            visible: end.skipped > 0
            width: parent.width
            text: qsTr("U sloeg %n stap(pen) over. Dat mag. Later kan het ook.", "", end.skipped)
            size: Theme.body
            color: Theme.soft
        }
    }
    Stork {
        id: stork

        pose: end.looked ? "hello" : "well-done"
        tall: end.stacked ? 210 : 300
        //: What the stork says at the end of a lesson: most was skipped, some was skipped, all was done
        says: end.looked ? qsTr("Fijn dat u kwam kijken.\nOefenen kan altijd nog.") : end.skipped > 0 ? qsTr("Goed gedaan!\nDe rest kan later.") : qsTr("Wat hebt u dat goed gedaan!")
        above: !end.stacked
        width: words.width
        anchors.right: parent.right
        y: parent.height - height + end.drop
    }
}
