import QtQuick
import QtQuick.Layouts
import Kiosk.Look
import Kiosk.Parts

// What one branch has of a title; this branch stands on a tint.
Item {
    id: row

    required property string branch
    required property bool here
    required property string status
    required property int count
    required property var due
    required property string callNumber
    required property string shelf
    required property var floor
    required property int index
    property bool tight: false

    readonly property bool inside: status === "available" || status === "reference"
    //: A branch in a list; %1 is the branch where the reader is now
    readonly property string name: here ? qsTr("Hier, in %1").arg(branch) : branch
    readonly property string words: {
        switch (status) {
        case "available":
            //: How many copies are on the shelf
            return qsTr("%n binnen", "", count);
        case "reference":
            return qsTr("alleen hier te gebruiken");
        case "on_loan":
            return qsTr("uitgeleend");
        case "on_order":
            return qsTr("in bestelling");
        case "absent":
            //: This branch, in which the reader stands, has no copy
            return qsTr("niet in deze vestiging");
        default:
            return qsTr("nu niet te leen");
        }
    }
    readonly property string where: {
        if (!inside)
            //: When a copy comes back; %1 is a day
            return Say.known(due) ? qsTr("terug op %1").arg(Say.dayOfYear(due)) : "";
        //: A place in a branch; %1 is a shelf mark such as "MULT"
        const spot = callNumber ? qsTr("plank %1").arg(callNumber) : "";
        return [spot, shelf, Say.words(floor)].filter(part => part).join(Say.comma);
    }

    implicitHeight: content.implicitHeight + Theme.box(40)
    Accessible.role: Accessible.ListItem
    Accessible.name: [name, words, where].filter(part => part).join(Say.comma)

    Rectangle {
        visible: row.here
        anchors.fill: parent
        radius: Theme.corner
        // Green only when it can be had now
        color: row.inside ? Theme.greenTint : Theme.shade
        border.width: Theme.border
        border.color: row.inside ? Theme.green : Theme.edge
    }
    Rectangle {
        visible: row.index > 1 || row.index === 1 && !row.here
        height: Theme.hairline
        color: Theme.line
        anchors {
            left: parent.left
            right: parent.right
            leftMargin: Theme.px(24)
            rightMargin: Theme.px(24)
        }
    }
    RowLayout {
        id: content

        spacing: Theme.px(20)
        anchors {
            left: parent.left
            right: parent.right
            leftMargin: Theme.px(24)
            rightMargin: Theme.px(24)
            verticalCenter: parent.verticalCenter
        }

        Icon {
            name: row.inside ? "circle-check" : row.status === "absent" ? "circle-x" : "calendar-clock"
            size: 32
            ink: row.inside ? Theme.green : Theme.soft
        }
        GridLayout {
            columns: Theme.narrow ? 1 : row.tight ? 2 : 3
            columnSpacing: Theme.px(24)
            rowSpacing: Theme.px(4)
            Layout.fillWidth: true

            Words {
                text: row.name
                strong: true
                Accessible.ignored: true
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(row.tight ? 240 : 320)
            }
            Words {
                text: row.words
                strong: row.here
                color: row.inside ? Theme.ink : Theme.soft
                Accessible.ignored: true
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(200)
            }
            Words {
                visible: text !== "" || !Theme.narrow && !row.tight
                text: row.where
                size: Theme.row
                color: Theme.soft
                Accessible.ignored: true
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.px(320)
                Layout.columnSpan: row.tight ? 2 : 1
            }
        }
    }
}
