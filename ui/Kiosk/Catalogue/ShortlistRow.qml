import QtQuick
import QtQuick.Layouts
import Kiosk.Look
import Kiosk.Parts

// One title on the visitor's list: what, where, and away with it.
Pressable {
    id: row

    required property string titleId
    required property string name
    required property var authors
    required property string kind
    required property bool easy
    required property string place
    required property int count
    required property string branch
    required property int branches
    required property string callNumber
    required property string shelf
    required property var floor
    required property var due
    required property int index

    readonly property string maker: authors[0] ?? ""
    readonly property string spot: {
        //: A place in a branch; %1 is a shelf mark such as "MULT"
        const mark = callNumber ? qsTr("plank %1").arg(callNumber) : "";
        return ["here", "elsewhere", "reference"].includes(place) ? [branch, mark, shelf, Say.words(floor)].filter(part => part).join(Say.comma) : Places.text(row);
    }
    // "Max Havelaar (Multatuli): Laak, plank MULT"
    readonly property string line: (maker ? name + " (" + maker + ")" : name) + ": " + spot

    readonly property real air: Theme.px(20)

    signal removed

    says: [name, maker, Kinds.word(kind, easy), spot].filter(part => part).join(Say.comma)
    accessibleRole: Accessible.ListItem
    implicitHeight: Math.max(Theme.px(104), words.implicitHeight + 2 * air)

    Rectangle {
        visible: row.index > 0
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }
    Icon {
        id: kindIcon

        name: Kinds.icon(row.kind, row.easy)
        size: 32
        ink: Kinds.colour(row.kind)
        anchors {
            left: parent.left
            leftMargin: row.air
            verticalCenter: parent.verticalCenter
        }
    }
    ColumnLayout {
        id: words

        spacing: Theme.px(4)
        anchors {
            left: kindIcon.right
            right: away.left
            leftMargin: row.air
            rightMargin: row.air
            verticalCenter: parent.verticalCenter
        }

        Words {
            text: row.maker ? Kinds.line([row.name, row.maker]) : row.name
            strong: true
            Accessible.ignored: true
            Layout.fillWidth: true
        }
        Words {
            text: row.spot
            size: Theme.row
            color: Theme.soft
            Accessible.ignored: true
            Layout.fillWidth: true
        }
    }
    Press {
        id: away

        //: Button that takes a title off the visitor's list
        text: Theme.narrow ? "" : qsTr("Haal weg")
        //: The same for a screen reader; %1 is the title
        says: qsTr("Haal %1 van de lijst").arg(row.name)
        icon: "x"
        role: "quiet"
        size: Theme.row
        implicitHeight: Theme.touch
        anchors {
            right: parent.right
            rightMargin: Theme.px(8)
            verticalCenter: parent.verticalCenter
        }
        onPressed: row.removed()
    }
}
