pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Look
import Kiosk.Parts

// A track: its name, what it is about, and its lessons in the order in which to take them.
Column {
    id: track

    required property var title
    required property var about
    required property var lessons
    property int columns: 1

    readonly property Item first: cards.count > 0 ? cards.itemAt(0) : null

    signal chose(string lesson)

    function step(from: int, away: int) {
        (cards.itemAt(from + away) as LessonCard)?.forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: Theme.px(14)

    Column {
        width: parent.width
        spacing: Theme.px(2)

        Words {
            width: parent.width
            text: Say.words(track.title)
            size: Theme.section
            bold: true
            heading: true
        }
        Words {
            width: parent.width
            text: Say.words(track.about)
            color: Theme.soft
        }
    }
    GridLayout {
        width: parent.width
        columns: track.columns
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        uniformCellWidths: true

        Repeater {
            id: cards

            model: track.lessons

            LessonCard {
                required property string lesson
                required property int index

                Layout.fillWidth: true
                Layout.fillHeight: true
                onPressed: track.chose(lesson)
                Keys.onUpPressed: track.step(index, -track.columns)
                Keys.onDownPressed: track.step(index, track.columns)
                Keys.onLeftPressed: track.step(index, LayoutMirroring.enabled ? 1 : -1)
                Keys.onRightPressed: track.step(index, LayoutMirroring.enabled ? -1 : 1)
            }
        }
    }
}
