pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Look

// One of a few: [{key, text, icon}] side by side, the chosen one in ink. Arrow keys go along them.
Row {
    id: segments

    property var options: []
    property string chosen

    signal chose(string key)

    spacing: -Theme.border
    Accessible.role: Accessible.Grouping

    Repeater {
        id: all

        model: segments.options

        Pressable {
            id: one

            required property var modelData
            required property int index
            readonly property bool on: modelData.key === segments.chosen
            readonly property bool leftmost: segments.LayoutMirroring.enabled ? index === all.count - 1 : index === 0
            readonly property bool rightmost: segments.LayoutMirroring.enabled ? index === 0 : index === all.count - 1

            function neighbour(away: int) {
                const next = all.itemAt(index + (segments.LayoutMirroring.enabled ? -away : away)) as Pressable;
                if (next) {
                    next.forceActiveFocus(Qt.TabFocusReason);
                    next.press();
                }
            }

            says: modelData.text
            accessibleRole: Accessible.RadioButton
            Accessible.checkable: true
            Accessible.checked: on
            implicitWidth: inner.implicitWidth + Theme.px(48)
            implicitHeight: Theme.touch
            z: activeFocus ? 2 : on ? 1 : 0
            onPressed: segments.chose(modelData.key)
            Keys.onLeftPressed: neighbour(-1)
            Keys.onRightPressed: neighbour(1)

            Rectangle {
                anchors.fill: parent
                color: one.on ? Theme.ink : one.held ? Theme.shade : Theme.card
                border.width: Theme.border
                border.color: one.on ? Theme.ink : Theme.edge
                topLeftRadius: one.leftmost ? Theme.corner : 0
                bottomLeftRadius: topLeftRadius
                topRightRadius: one.rightmost ? Theme.corner : 0
                bottomRightRadius: topRightRadius
            }
            Row {
                id: inner

                anchors.centerIn: parent
                spacing: Theme.px(12)

                Icon {
                    name: one.modelData.icon ?? ""
                    ink: one.on ? Theme.paper : Theme.ink
                    anchors.verticalCenter: parent.verticalCenter
                }
                Words {
                    text: one.modelData.text
                    size: Theme.row
                    strong: true
                    single: true
                    color: one.on ? Theme.paper : Theme.ink
                    anchors.verticalCenter: parent.verticalCenter
                    Accessible.ignored: true
                }
            }
        }
    }
}
