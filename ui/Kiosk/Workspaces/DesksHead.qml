pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// What to do here, how many desks are free, and which kind of desk one wants to see.
Item {
    id: head

    required property Workspaces workspaces

    // The filter stands beside the heading, or under it
    readonly property bool broken: width < words.implicitWidth + count.implicitWidth + kinds.implicitWidth + Theme.px(96)
    readonly property bool lower: broken && width < Math.max(words.implicitWidth, Theme.px(300)) + kinds.implicitWidth + Theme.px(48)
    readonly property int free: workspaces.freeTables + workspaces.freeComputers + workspaces.freeRooms

    function summary(): string {
        //: How many desks are free
        const places = free ? qsTr("%n plek(ken) vrij.", "", free) : qsTr("Er is nu geen plek vrij.");
        //: Until when the library is open; %1 is "18.00 uur"
        return places + " " + qsTr("Open tot %1.").arg(Say.hour(workspaces.closes));
    }

    implicitHeight: lower ? kinds.y + kinds.height : Math.max(kinds.height + Theme.box(32), count.y + count.height)

    Words {
        id: words

        text: qsTr("Kies een plek")
        size: Theme.page
        bold: true
        heading: true
        y: Theme.box(26)
        anchors.left: parent.left
        width: Math.min(implicitWidth, head.width)
    }
    Words {
        id: count

        text: head.summary()
        color: Theme.soft
        width: head.broken ? (head.lower ? head.width : head.width - kinds.width - Theme.px(32)) : implicitWidth
        anchors.left: head.broken ? parent.left : words.right
        anchors.leftMargin: head.broken ? 0 : Theme.px(48)
        y: head.broken ? words.y + words.height : words.y + words.baselineOffset - baselineOffset
    }
    Segments {
        id: kinds

        x: head.lower !== LayoutMirroring.enabled ? 0 : head.width - width
        y: head.lower ? count.y + count.height + Theme.px(16) : Theme.box(32)
        chosen: head.workspaces.filter
        options: [
            {
                "key": "all",
                //: Filter: every kind of desk
                "text": qsTr("Alles"),
                "icon": Theme.roomWidth < 800 ? "" : "layout-grid"
            },
            {
                "key": "table",
                "text": qsTr("Tafels"),
                "icon": Theme.roomWidth < 800 ? "" : "lamp-desk"
            },
            {
                "key": "computer",
                "text": qsTr("Computers"),
                "icon": Theme.roomWidth < 800 ? "" : "monitor"
            },
            {
                "key": "room",
                "text": qsTr("Kamers"),
                "icon": Theme.roomWidth < 800 ? "" : "users"
            }
        ]
        onChose: key => head.workspaces.filter = key
    }
}
