pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Look

// A card over the screen that must be answered first: Tab stays in it, Esc and a touch beside it close it.
FocusScope {
    id: sheet

    property string title
    property string text
    property real wide: 720
    property bool closes: true
    property Item firstFocus: null

    default property alias content: column.data
    // What is pressed when done: always in sight, under what scrolls
    property alias foot: foot.data

    signal closed

    function close() {
        if (closes)
            closed();
    }

    anchors.fill: parent
    focus: true
    Accessible.role: Accessible.Dialog
    Accessible.name: title
    Keys.onEscapePressed: close()
    Component.onCompleted: (firstFocus ?? column.nextItemInFocusChain()).forceActiveFocus(Qt.TabFocusReason)

    Rectangle {
        anchors.fill: parent
        color: Theme.veil
    }
    MouseArea {
        anchors.fill: parent
        onClicked: sheet.close()
    }
    Card {
        id: card

        readonly property real inner: Theme.px(56)
        readonly property real below: Theme.px(foot.children.length ? 40 : 24)
        readonly property real under: foot.children.length ? foot.height + Theme.px(16) : 0

        anchors.centerIn: parent
        width: Math.min(Theme.px(sheet.wide), sheet.width - 2 * Theme.margin)
        height: Math.min(scroll.contentHeight + under + Theme.px(24) + below, sheet.height - 2 * Theme.gap)

        MouseArea {
            anchors.fill: parent
        }
        Scroll {
            id: scroll

            anchors.fill: parent
            anchors.leftMargin: card.inner - air
            anchors.rightMargin: card.inner - air - barRoom
            anchors.topMargin: Theme.px(24)
            anchors.bottomMargin: card.below + card.under

            ColumnLayout {
                id: column

                x: scroll.air
                width: (parent ? parent.width : 0) - 2 * scroll.air
                spacing: Theme.px(16)

                Words {
                    text: sheet.title
                    size: Theme.section
                    bold: true
                    heading: true
                    Layout.fillWidth: true
                }
                Words {
                    visible: text !== ""
                    text: sheet.text
                    size: Theme.body
                    color: Theme.soft
                    Layout.fillWidth: true
                }
            }
        }
        Row {
            id: foot

            anchors.right: parent.right
            anchors.rightMargin: card.inner
            anchors.bottom: parent.bottom
            anchors.bottomMargin: card.below
            spacing: Theme.gap
        }
    }
}
