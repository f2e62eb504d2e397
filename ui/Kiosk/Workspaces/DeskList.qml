pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// The desks in words: what is free now, what comes free, and what cannot be had. Tab comes in at one row, arrow keys go
// along them.
FocusScope {
    id: list

    required property Workspaces workspaces
    // It scrolls by itself; otherwise it is as high as its rows
    property bool scrolls: true

    // The row that Tab comes to
    property int current: 0

    function groupName(group: string): string {
        switch (group) {
        case "now":
            //: Heading over desks that one can have at once
            return qsTr("Nu vrij");
        case "soon":
            //: Heading over desks that are taken now
            return qsTr("Straks vrij");
        default:
            //: Heading over desks that nobody can have
            return qsTr("Niet te gebruiken");
        }
    }
    function goTo(place: int) {
        const entry = rows.itemAt(place) as Entry;
        if (entry)
            entry.row.forceActiveFocus(Qt.TabFocusReason);
    }

    implicitHeight: column.implicitHeight + 2 * scroll.air
    Accessible.role: Accessible.List
    //: Name of the list of desks, for screen readers
    Accessible.name: qsTr("Plekken")

    component Entry: Column {
        id: entry

        required property int index
        required property string deskId
        required property string name
        required property string label
        required property string kind
        required property string stands
        required property string group
        required property bool here
        required property bool first
        required property var at

        readonly property alias row: row
        // Plain, since the model's own row goes before what shows it
        readonly property var desk: ({
                "deskId": deskId,
                "name": name,
                "label": label,
                "kind": kind,
                "stands": stands,
                "group": group,
                "here": here,
                "at": at
            })

        width: column.width

        Words {
            visible: entry.first
            text: list.groupName(entry.group)
            size: Theme.lead
            bold: true
            heading: true
            leftPadding: Theme.px(22)
            rightPadding: Theme.px(22)
            topPadding: entry.index ? Theme.px(6) : 0
            bottomPadding: Theme.px(10)
            width: parent.width
        }
        SeatRow {
            id: row

            desk: entry.desk
            chosen: entry.deskId === list.workspaces.chosen
            x: Theme.px(14)
            width: parent.width - 2 * x
            focus: entry.index === list.current
            activeFocusOnTab: entry.index === list.current
            onActiveFocusChanged: {
                if (activeFocus)
                    list.current = entry.index;
            }
            onPressed: list.workspaces.choose(entry.deskId)
            Keys.onUpPressed: list.goTo(entry.index - 1)
            Keys.onDownPressed: list.goTo(entry.index + 1)
        }
    }

    Scroll {
        id: scroll

        anchors.fill: parent
        air: Theme.px(12)
        barRoom: 0
        interactive: list.scrolls && longer

        Column {
            id: column

            width: parent.width
            spacing: 0

            Repeater {
                id: rows

                model: list.workspaces.offers

                Entry {}
            }
            Words {
                visible: rows.count === 0
                text: qsTr("Hier zijn geen plekken van deze soort.")
                color: Theme.soft
                padding: Theme.px(20)
                width: parent.width
            }
            // No row of the list, so it keeps its distance
            Item {
                visible: list.workspaces.hidden > 0
                width: parent.width
                implicitHeight: more.height + Theme.between

                Press {
                    id: more

                    role: "quiet"
                    text: qsTr("Toon nog %n plek(ken)", "", list.workspaces.hidden)
                    tail: "arrow-down"
                    width: Math.min(implicitWidth, parent.width - 2 * Theme.px(20))
                    height: Math.max(Theme.touch, implicitHeight - Theme.box(8))
                    anchors.horizontalCenter: parent.horizontalCenter
                    anchors.bottom: parent.bottom
                    onPressed: {
                        const next = rows.count;
                        list.workspaces.showAll();
                        list.goTo(Math.min(next, rows.count - 1));
                    }
                }
            }
        }
    }
}
