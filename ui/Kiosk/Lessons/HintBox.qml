import QtQuick
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts
import Kiosk.Lessons.Kinds

// The hint that was asked for, and the words for a try that went wrong.
Rectangle {
    id: box

    required property Player player

    readonly property string hint: Say.words(player.hintWords)

    function plain(text: string): string {
        return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
    }

    visible: player.hintLevel > 0
    implicitHeight: column.height + Theme.px(36)
    radius: Theme.corner
    color: Theme.sunTint
    border.width: Theme.border
    border.color: Theme.sun

    Icon {
        id: bulb

        name: "lightbulb"
        size: 30
        x: box.LayoutMirroring.enabled ? parent.width - width - Theme.px(20) : Theme.px(20)
        y: Theme.px(20)
    }
    Column {
        id: column

        anchors {
            left: parent.left
            right: parent.right
            leftMargin: Theme.px(66)
            rightMargin: Theme.px(20)
            verticalCenter: parent.verticalCenter
        }
        spacing: Theme.px(6)

        Words {
            width: parent.width
            textFormat: Text.StyledText
            //: Before a hint; %1 of %2, %3 is the hint itself
            text: qsTr("<b>Hint %1 van %2.</b> %3").arg(box.player.hintLevel).arg(box.player.hintCount).arg(box.plain(box.hint))
            Accessible.name: box.hint
        }
        SecondWords {
            width: parent.width
            words: box.player.hintWords
            language: box.player.second
        }
    }
}
