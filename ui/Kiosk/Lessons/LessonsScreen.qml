pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// What there is to learn: a track is a row of books.
Screen {
    id: screen

    required property Lessons lessons

    readonly property int columns: Theme.roomWidth > 2300 ? 3 : Theme.narrow ? 1 : 2
    readonly property bool empty: tracks.count === 0

    //: The screen with lessons
    title: qsTr("Leren")
    colour: Theme.green
    // Where little fits, one begins at the beginning
    firstFocus: tracks.count > 0 && !Theme.narrow ? (tracks.itemAt(0) as TrackSection).first : question
    Accessible.name: question.text
    Component.onCompleted: lessons.refresh()

    Scroll {
        id: scroll

        anchors.fill: parent
        barRoom: 0
        visible: !screen.empty

        Column {
            id: page

            x: Theme.margin
            width: parent.width - 2 * Theme.margin
            spacing: Theme.px(28)
            bottomPadding: Theme.px(16)

            Item {
                width: parent.width
                height: Math.max(question.height + comfort.height + Theme.px(30), bird.visible ? bird.height + Theme.px(8) : 0)

                Landing {
                    id: question

                    text: qsTr("Wat wilt u leren?")
                    size: Theme.home
                    width: parent.width - (bird.visible ? bird.width + Theme.gap : 0)
                    anchors.left: parent.left
                    y: Theme.px(14)
                }
                Words {
                    id: comfort

                    text: qsTr("Kies een les. U kunt niets stukmaken.")
                    size: Theme.lead
                    color: Theme.soft
                    width: question.width
                    anchors.left: parent.left
                    y: question.y + question.height + Theme.px(Theme.narrow ? 20 : 4)
                }
                Stork {
                    id: bird

                    pose: "hello"
                    tall: 130
                    visible: !Theme.narrow
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.unit * 40
                    anchors.bottom: board.top
                }
                // What the stork stands on
                Rectangle {
                    id: board

                    visible: bird.visible
                    width: parent.width
                    height: Theme.px(8)
                    radius: height / 3
                    color: Theme.wood
                    anchors.bottom: parent.bottom

                    Rectangle {
                        width: parent.width
                        height: parent.height * 0.4
                        radius: height / 2
                        color: Theme.woodLight
                    }
                }
            }
            Repeater {
                id: tracks

                model: screen.lessons.tracks

                TrackSection {
                    required property string track

                    width: page.width
                    columns: screen.columns
                    onChose: lesson => screen.go("lesson", {
                            "lesson": lesson
                        })
                }
            }
        }
    }
    Empty {
        visible: screen.empty
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.prose)
        drawing: "door-leren"
        title: qsTr("Er zijn nu geen lessen")
        text: qsTr("Vraag het aan een medewerker.")
    }
}
