pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Look
import Kiosk.Parts
import Kiosk.Workspaces

// The slip of paper that says what is gone. `sure`: the agent has said so.
Card {
    id: slip

    property string branchName
    property bool sure
    // What was dropped, as codes: [{code}], and the desk: {code, name, kind, label}
    property var traces: []

    function what(trace: var): string {
        switch (trace.code) {
        case "searched":
            return qsTr("Wat u zocht");
        case "typed":
            return qsTr("Wat u typte");
        case "practised":
            return qsTr("Wat u oefende");
        case "display":
            return qsTr("Taal en weergave");
        default:
            return DeskWords.name(trace);
        }
    }
    function outcome(trace: var): string {
        switch (trace.code) {
        case "display":
            //: On the receipt: language and size of letters are as they were
            return qsTr("weer gewoon");
        case "desk":
            //: On the receipt, after the name of a desk: it stays the visitor's
            return qsTr("blijft van u");
        default:
            //: On the receipt: gone
            return slip.sure ? qsTr("gewist") : qsTr("wordt gewist");
        }
    }

    radius: Theme.paperCorner
    implicitHeight: column.implicitHeight + 2 * column.y

    component Dashes: Row {
        id: dashes

        spacing: Theme.dash
        clip: true
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.border

        Repeater {
            model: Math.ceil(dashes.width / (2 * Theme.dash))

            Rectangle {
                width: Theme.dash
                height: Theme.border
                color: Theme.edge
            }
        }
    }

    ColumnLayout {
        id: column

        x: Theme.px(Theme.narrow ? 28 : 56)
        y: Theme.px(44)
        width: parent.width - 2 * x
        spacing: Theme.px(16)

        GridLayout {
            columns: slip.width < Theme.px(560) ? 1 : 2
            columnSpacing: Theme.px(24)
            Layout.fillWidth: true

            Words {
                text: slip.branchName
                size: Theme.row
                color: Theme.soft
                Layout.fillWidth: true
            }
            Words {
                text: Say.dayOfYear(Say.now) + Say.comma + Say.hour(Say.now)
                size: Theme.row
                color: Theme.soft
            }
        }
        Dashes {}
        Repeater {
            model: slip.traces

            RowLayout {
                id: row

                required property var modelData

                spacing: Theme.px(20)
                Layout.minimumHeight: Theme.px(56)
                Accessible.role: Accessible.StaticText
                Accessible.name: slip.what(modelData) + ": " + slip.outcome(modelData)

                Icon {
                    name: row.modelData.code === "desk" ? "lamp-desk" : slip.sure ? "circle-check" : "hourglass"
                    size: 32
                    ink: row.modelData.code === "desk" ? Theme.clay : slip.sure ? Theme.green : Theme.soft
                }
                Words {
                    text: slip.what(row.modelData)
                    size: 26
                    lineHeight: 1
                    Layout.fillWidth: true
                    Accessible.ignored: true
                }
                Words {
                    text: slip.outcome(row.modelData)
                    size: 26
                    strong: true
                    lineHeight: 1
                    horizontalAlignment: Text.AlignRight
                    Layout.maximumWidth: slip.width * 0.45
                    Accessible.ignored: true
                }
            }
        }
        Dashes {}
        Words {
            text: qsTr("Uw naam hebben wij nooit gevraagd.")
            size: Theme.row
            color: Theme.soft
            Layout.fillWidth: true
        }
    }
}
