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

    readonly property bool low: Theme.roomHeight < 900
    // Rows lie so far apart that a focus ring fits between two
    readonly property real apart: Math.round(Theme.unit * 12)
    // The first row below the edge of the list; the number of rows when none is. It depends on where the list stands.
    readonly property int nextRow: firstBelow(scroll.contentY + scroll.height, list.height, rows.count)

    // The list as high as the rows that fit whole, unless that leaves much room empty
    function whole(room: real): real {
        const fits = firstBelow(room, list.height, rows.count);
        const last = rows.itemAt(fits - 1);
        const high = last ? last.y + last.height + 2 * scroll.air : 0;
        return high > 0.75 * room ? high : room;
    }
    function firstBelow(edge: real, listHeight: real, count: int): int {
        for (let place = 0; place < count; place++) {
            const row = rows.itemAt(place);
            if (row && row.y + row.height + 2 * scroll.air > edge + 1)
                return place;
        }
        return count;
    }
    function showNext() {
        if (nextRow >= rows.count) {
            next.from = rows.count;
            catalogue.more();
            return;
        }
        const row = rows.itemAt(nextRow);
        scroll.untouched = false;
        scroll.to(row.y);
        row.forceActiveFocus(Qt.TabFocusReason);
    }
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
    mainText: listed && (nextRow < rows.count || !catalogue.complete) ? qsTr("Toon de volgende titels") : ""
    mainTail: "arrow-down"
    mainFilled: false
    onMainPressed: showNext()
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
            topMargin: screen.low ? Theme.between : Theme.box(36)
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
            topMargin: screen.low ? Theme.between : Theme.box(28)
        }

        Flow {
            spacing: Theme.px(20)
            Layout.fillWidth: true

            Words {
                id: count

                width: Math.min(implicitWidth, parent.width)
                text: screen.found
                textFormat: Text.StyledText
                size: 32 * Theme.calm
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

        air: screen.apart
        visible: screen.listed
        height: screen.whole(screen.height - y)
        anchors {
            top: headline.bottom
            left: parent.left
            right: parent.right
            leftMargin: Theme.margin - air
            rightMargin: Theme.margin - air - barRoom
        }

        Column {
            id: list

            x: scroll.air
            width: parent.width - 2 * scroll.air
            spacing: screen.apart
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
    // Where a row is cut, the list ends softly: there is more
    Rectangle {
        visible: scroll.visible && scroll.y + scroll.height > screen.height - 1 && !scroll.atYEnd
        height: Theme.px(32)
        anchors {
            left: field.left
            right: field.right
            bottom: parent.bottom
        }
        gradient: Gradient {
            GradientStop {
                position: 0
                color: Qt.alpha(Theme.paper, 0)
            }
            GradientStop {
                position: 1
                color: Theme.paper
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
            implicitHeight: Math.max(state.implicitHeight, screen.height - field.y - field.height - 2 * Theme.between)
            height: implicitHeight

            SearchState {
                id: state

                catalogue: screen.catalogue
                width: parent.width
                // In the middle, but near the field on a screen that stands upright
                y: Math.min((parent.height - height) / 2, Theme.px(200))
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
