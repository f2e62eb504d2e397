import QtQuick
import QtQuick.Layouts
import Kiosk.Look
import Kiosk.Parts

// One desk in the list: its sign, its name, and until when.
Pressable {
    id: row

    required property var desk
    property bool chosen: false
    // Where what is told begins, so that it stands in one column
    property real nameWidth: Theme.px(192)

    readonly property bool dim: desk.stands === "taken" || desk.stands === "broken" || desk.stands === "closed"
    //: The computer that one sits at; %1 is "Computer 3"
    readonly property string name: desk.here ? qsTr("%1 (hier)").arg(DeskWords.name(desk)) : DeskWords.name(desk)
    readonly property string tells: DeskWords.tells(desk)
    readonly property bool wide: inner.width >= nameWidth + told.implicitWidth + Theme.px(60)

    says: name + Say.comma + tells
    accessibleRole: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: chosen
    ringRadius: Theme.px(12)
    implicitHeight: Math.max(Theme.box(72), words.implicitHeight + Theme.box(20))

    Rectangle {
        visible: row.chosen || row.held
        anchors.fill: parent
        color: row.chosen ? Theme.greenTint : Theme.shade
        border.width: row.chosen ? 3 : 0
        border.color: Theme.green
        radius: Theme.px(12)
    }
    Rectangle {
        visible: !row.chosen
        anchors {
            left: parent.left
            right: parent.right
            bottom: parent.bottom
            leftMargin: Theme.px(8)
            rightMargin: Theme.px(8)
        }
        height: Theme.hairline
        color: Theme.line
    }
    RowLayout {
        id: inner

        anchors {
            left: parent.left
            right: parent.right
            leftMargin: Theme.px(8)
            rightMargin: Theme.px(8)
            verticalCenter: parent.verticalCenter
        }
        spacing: Theme.px(18)

        Seat {
            side: Theme.px(36)
            mark: row.chosen && row.desk.group === "now" ? "chosen" : row.desk.stands
            implicitWidth: side
            implicitHeight: side
        }
        GridLayout {
            id: words

            columns: row.wide ? 2 : 1
            columnSpacing: 0
            rowSpacing: Theme.px(2)
            Layout.fillWidth: true

            Words {
                text: row.name
                size: Theme.body
                strong: true
                lineHeight: 1
                color: row.dim ? Theme.soft : Theme.ink
                Accessible.ignored: true
                Layout.fillWidth: !row.wide
                Layout.preferredWidth: row.wide ? Math.max(row.nameWidth, implicitWidth + Theme.px(16)) : -1
            }
            Words {
                id: told

                text: row.tells
                size: Theme.row
                lineHeight: 1
                color: row.dim ? Theme.soft : Theme.ink
                Accessible.ignored: true
                Layout.fillWidth: true
            }
        }
    }
}
