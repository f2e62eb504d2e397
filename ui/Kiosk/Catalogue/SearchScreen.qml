pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// Search: the field is the screen until something is typed; then titles, while typing.
Screen {
    id: screen

    required property Catalogue catalogue

    readonly property bool listed: catalogue.state === "" && catalogue.text.trim() !== "" && catalogue.total > 0
    readonly property string searched: catalogue.corrected || catalogue.typed.trim()
    //: How many titles were found; %1 is what was searched, in bold
    readonly property string found: qsTr("%n titel(s) met %1", "", catalogue.total).arg("<b>" + escaped(searched) + "</b>")
    //: After a typing error was corrected; %1 is what was typed
    readonly property string meant: catalogue.corrected ? qsTr("U typte ‘%1’.").arg(catalogue.typed.trim()) : ""

    function escaped(text: string): string {
        return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
    }
    function focusRow(place: int) {
        if (place < 0)
            field.forceActiveFocus(Qt.BacktabFocusReason);
        else
            rows.itemAt(Math.min(place, rows.count - 1))?.forceActiveFocus(Qt.TabFocusReason);
    }

    title: qsTr("Zoeken")
    colour: Theme.blue
    firstFocus: field
    mainText: listed && rows.count < catalogue.total ? qsTr("Toon de volgende titels") : ""
    mainTail: "arrow-down"
    mainFilled: false
    onMainPressed: {
        next.from = rows.count;
        catalogue.more();
    }
    Component.onCompleted: {
        field.text = catalogue.text;
        catalogue.prepare();
    }

    Field {
        id: field

        anchors {
            top: parent.top
            left: parent.left
            right: parent.right
            topMargin: Theme.box(36)
            leftMargin: Theme.margin
            rightMargin: Theme.margin
        }
        //: What a screen reader calls the field to search with
        label: qsTr("Zoek in de catalogus")
        hint: qsTr("Titel, schrijver of onderwerp")
        icon: "search"
        maximumLength: 200
        onEdited: screen.catalogue.text = text
        onAccepted: screen.focusRow(0)
        Keys.onDownPressed: screen.focusRow(0)
    }
    RowLayout {
        id: headline

        visible: screen.listed
        spacing: Theme.px(20)
        anchors {
            top: field.bottom
            left: field.left
            right: field.right
            topMargin: Theme.box(28)
        }

        Flow {
            spacing: Theme.px(20)
            Layout.fillWidth: true

            Words {
                id: count

                width: Math.min(implicitWidth, parent.width)
                text: screen.found
                textFormat: Text.StyledText
                size: 32
                heading: true
                Accessible.name: screen.found.replace(/<[^>]*>/g, "")
            }
            Words {
                visible: text !== ""
                width: Math.min(implicitWidth, parent.width)
                height: Math.max(implicitHeight, count.height)
                verticalAlignment: Text.AlignVCenter
                text: screen.meant
                size: Theme.row
                color: Theme.soft
            }
        }
        Icon {
            visible: age.visible
            name: "refresh-cw"
            size: 22
            ink: Theme.soft
        }
        Words {
            id: age

            visible: text !== "" && !Theme.narrow
            text: Say.asOf(screen.catalogue.updated)
            size: Theme.small
            color: Theme.soft
            single: true
        }
    }
    Scroll {
        id: scroll

        visible: screen.listed
        anchors {
            top: headline.bottom
            bottom: parent.bottom
            left: parent.left
            right: parent.right
            leftMargin: Theme.margin - air
            rightMargin: Theme.margin - air - barRoom
        }

        Column {
            x: scroll.air
            width: parent.width - 2 * scroll.air
            spacing: Theme.box(8)
            Accessible.role: Accessible.List
            //: Name of the list of titles, for screen readers
            Accessible.name: qsTr("Gevonden titels")

            Repeater {
                id: rows

                model: screen.catalogue.results

                ResultRow {
                    width: parent?.width ?? 0
                    onPressed: screen.go("title", {
                        "titleId": titleId
                    })
                    Keys.onDownPressed: screen.focusRow(index + 1)
                    Keys.onUpPressed: screen.focusRow(index - 1)
                }
            }
        }
    }
    Scroll {
        visible: state.code !== ""
        anchors {
            top: field.bottom
            bottom: parent.bottom
            left: parent.left
            right: parent.right
            leftMargin: Theme.margin
            rightMargin: Theme.margin - barRoom
        }

        Item {
            width: parent.width
            implicitHeight: Math.max(state.implicitHeight, screen.height - field.height - Theme.box(36) - 2 * 16)
            height: implicitHeight

            SearchState {
                id: state

                catalogue: screen.catalogue
                width: parent.width
                anchors.verticalCenter: parent.verticalCenter
                onPressed: screen.go("help", {
                    "from": "search"
                })
            }
        }
    }
    Connections {
        target: screen.catalogue

        function onTextChanged() {
            if (field.text !== screen.catalogue.text)
                field.text = screen.catalogue.text;
            scroll.to(0);
        }
        function onAnswered() {
            said.restart();
        }
    }
    Connections {
        id: next

        // The row that was the first of the next page
        property int from: 0

        target: screen.catalogue.results

        function onCountChanged() {
            if (next.from > 0 && rows.count > next.from)
                screen.focusRow(next.from);
            next.from = 0;
        }
    }
    // A screen reader hears the number when the typing stops
    Timer {
        id: said

        interval: 800
        onTriggered: {
            if (screen.visible && (screen.listed || state.code === "nothing"))
                screen.Accessible.announce(screen.listed ? count.Accessible.name + " " + screen.meant : state.title, Accessible.Polite);
        }
    }
}
