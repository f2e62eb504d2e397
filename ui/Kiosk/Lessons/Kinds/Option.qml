import QtQuick
import QtQuick.Layouts
import Kiosk.Look
import Kiosk.Parts

// Something to choose: an icon and words, or a whole message. Chosen, it says in words and shape what it was.
Pressable {
    id: option

    required property var given
    property string second
    property bool picked: false
    property bool fitting: false
    property bool over: false
    property bool marked: false

    readonly property bool good: picked && fitting
    readonly property bool tried: picked && !fitting

    says: [Say.words(given.text), message.said, good || tried ? verdict.text : ""].filter(words => words !== "").map(message.sentence).join(" ")
    off: over || picked
    implicitHeight: Math.max(Theme.px(96), row.implicitHeight + Theme.px(32))

    Rectangle {
        anchors.fill: parent
        radius: Theme.corner
        color: option.good ? Theme.greenTint : option.tried || option.held ? Theme.shade : Theme.card
        border.width: option.good ? 3 : option.off ? Math.min(2, Theme.border) : Theme.border
        border.color: option.good ? Theme.green : option.off ? Theme.offEdge : Theme.edge
    }
    RowLayout {
        id: row

        anchors {
            left: parent.left
            right: parent.right
            leftMargin: Theme.px(24)
            rightMargin: Theme.px(24)
            verticalCenter: parent.verticalCenter
        }
        spacing: Theme.px(20)

        Rectangle {
            visible: !option.given.message
            implicitWidth: Theme.px(56)
            implicitHeight: implicitWidth
            radius: width / 2
            color: Theme.greenTint
            border.width: Theme.high ? 2 : 0
            border.color: Theme.green

            Icon {
                name: option.given.icon || "circle-question-mark"
                size: 30
                ink: Theme.green
                anchors.centerIn: parent
            }
        }
        ColumnLayout {
            spacing: Theme.px(4)
            Layout.fillWidth: true

            Words {
                visible: !option.given.message
                text: Say.words(option.given.text)
                size: Theme.lead
                strong: true
                Accessible.ignored: true
                Layout.fillWidth: true
            }
            SecondWords {
                visible: !option.given.message && text !== ""
                words: option.given.text
                language: option.second
                Accessible.ignored: true
                Layout.fillWidth: true
            }
            Message {
                id: message

                visible: option.given.message != null
                given: option.given.message ?? null
                second: option.second
                bare: true
                Layout.fillWidth: true
            }
        }
        RowLayout {
            visible: option.picked
            spacing: Theme.px(8)
            Layout.alignment: Qt.AlignVCenter

            Icon {
                name: option.good ? "circle-check" : option.tried ? "rotate-ccw" : ""
                size: 32
                ink: option.good ? Theme.green : Theme.soft
            }
            Words {
                id: verdict

                //: Beside an option that was chosen
                text: option.good ? qsTr("Goed") : qsTr("Kies iets anders")
                size: Theme.row
                strong: true
                single: true
                color: option.good ? Theme.green : Theme.soft
                Accessible.ignored: true
            }
        }
    }
    Ring {
        visible: option.marked
    }
}
