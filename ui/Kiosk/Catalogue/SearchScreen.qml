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

    readonly property Shortlist shortlist: catalogue.shortlist as Shortlist
    readonly property bool listed: catalogue.state === "" && state.asked && catalogue.total > 0
    // The choices stand beside the titles
    readonly property bool columns: Theme.roomWidth >= 1600
    readonly property bool beside: columns && catalogue.state === "" && state.asked && facets.count > 0 && (catalogue.total > 0 || catalogue.filtered)
    // What a scanner read and is searched now
    property string scanned

    // The repeater has blank rows besides
    readonly property int shown: catalogue.shown
    readonly property bool low: Theme.roomHeight < 900
    // Rows lie so far apart that a focus ring fits between two
    readonly property real apart: Math.round(Theme.unit * 12)
    // The first row below the edge of the list; the number of rows when none is. It depends on where the list stands.
    readonly property int nextRow: firstBelow(scroll.contentY + scroll.height, list.height, shown)

    // The list as high as the rows that fit whole, unless that leaves much room empty
    function whole(room: real): real {
        const fits = firstBelow(room, list.height, shown);
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
        next.from = nextRow;
        // Below it a whole screen must follow, or it cannot come to the top
        if (nextRow + catalogue.room > shown && !catalogue.complete)
            catalogue.more();
        next.arrive();
    }
    // By finger one comes to the end without a press
    function follow() {
        if (scroll.movingVertically && scroll.contentY + 2 * scroll.height > scroll.contentHeight && !catalogue.complete)
            catalogue.more();
    }
    function openTitle(titleId: string) {
        go("title", {
            "titleId": titleId
        });
    }
    // What was scanned is known, or is known not to be here
    function settle() {
        if (!scanned || catalogue.typed !== scanned || catalogue.busy)
            return;
        const row = rows.itemAt(0) as ResultRow;
        if (row && catalogue.total > 0 && enabled)
            openTitle(row.titleId);
    }
    function submit() {
        const number = scanner.number(field.text);
        scanned = number;
        if (!number) {
            focusRow(0);
            return;
        }
        catalogue.text = number;
        field.text = number;
        scanner.length = number.length;
        settle();
    }
    function focusRow(place: int) {
        if (place < 0)
            field.forceActiveFocus(Qt.BacktabFocusReason);
        else
            rows.itemAt(Math.min(place, shown - 1))?.forceActiveFocus(Qt.TabFocusReason);
    }

    title: qsTr("Zoeken")
    colour: Theme.blue
    firstFocus: field
    mainText: listed && (nextRow < shown || !catalogue.complete) ? qsTr("Toon de volgende titels") : ""
    mainTail: "arrow-down"
    mainFilled: false
    skipText: shortlist.ids.length ? qsTr("Mijn lijst (%1)").arg(shortlist.ids.length) : ""
    onMainPressed: showNext()
    onSkipPressed: go("shortlist", {})
    Keys.onPressed: event => {
        // Letters go to the field from wherever the focus is: a scanner cannot know
        if (!(event.text > " ") || event.text === "\u007f" || event.modifiers & ~(Qt.ShiftModifier | Qt.KeypadModifier))
            return;
        event.accepted = true;
        field.append(event.text);
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
            topMargin: screen.low ? Theme.between : Theme.box(36)
            leftMargin: Theme.margin
            rightMargin: Theme.margin
        }
        //: What a screen reader calls the field to search with
        label: qsTr("Zoek in de catalogus")
        hint: qsTr("Titel, schrijver of onderwerp")
        icon: "search"
        maximumLength: 200
        onEdited: {
            scanner.heard(text);
            screen.scanned = "";
            screen.catalogue.text = text;
        }
        onAccepted: screen.submit()
        Keys.onDownPressed: state.stocked ? state.enter() : screen.focusRow(0)
    }
    Scanner {
        id: scanner
    }
    Scroll {
        id: choices

        air: screen.apart
        visible: screen.beside
        width: Theme.px(368) + barRoom + 2 * air
        anchors {
            top: field.bottom
            bottom: parent.bottom
            left: parent.left
            leftMargin: Theme.margin - air
            topMargin: Theme.between
        }

        FacetList {
            id: facets

            x: choices.air
            width: parent.width - 2 * choices.air
            catalogue: screen.catalogue
        }
    }
    ResultHead {
        id: headline

        visible: screen.listed
        catalogue: screen.catalogue
        folded: !screen.columns
        anchors {
            top: field.bottom
            left: screen.beside ? choices.right : field.left
            right: field.right
            leftMargin: screen.beside ? Theme.px(24) : 0
            topMargin: screen.low ? Theme.between : Theme.box(28)
        }
        onUnfolded: screen.over(Qt.resolvedUrl("FacetSheet.qml"), {
            "catalogue": screen.catalogue
        })
    }
    Scroll {
        id: scroll

        air: screen.apart
        visible: screen.listed
        height: screen.whole(screen.height - y)
        anchors {
            top: headline.bottom
            left: headline.left
            right: parent.right
            leftMargin: -air
            rightMargin: Theme.margin - air - barRoom
        }
        onContentYChanged: screen.follow()

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
                    onPressed: screen.openTitle(titleId)
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
            left: headline.left
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
        id: instead

        visible: state.code !== ""
        anchors {
            top: field.bottom
            bottom: parent.bottom
            left: screen.beside ? choices.right : parent.left
            right: parent.right
            leftMargin: screen.beside ? -air : Theme.margin - air
            rightMargin: Theme.margin - air - barRoom
        }

        ColumnLayout {
            x: instead.air
            width: parent.width - 2 * instead.air
            height: Math.max(implicitHeight, instead.height - 2 * instead.air)

            FacetChips {
                visible: screen.catalogue.filtered && state.code === "nothing"
                catalogue: screen.catalogue
                Layout.fillWidth: true
            }
            SearchState {
                id: state

                catalogue: screen.catalogue
                scanned: screen.scanned
                Layout.fillWidth: true
                // In the middle, but near the field on a screen that stands upright
                Layout.alignment: stocked ? Qt.AlignTop : Qt.AlignVCenter
                Layout.topMargin: stocked ? Theme.px(16) : 0
                onHelped: screen.go("help", {
                    "from": "search"
                })
                onOpened: titleId => screen.openTitle(titleId)
                onDeparted: field.forceActiveFocus(Qt.BacktabFocusReason)
            }
        }
    }
    Binding {
        target: screen.catalogue
        property: "room"
        value: Math.max(2, Math.ceil((screen.height - scroll.y) / (Theme.px(152) + screen.apart)) + 1)
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
            screen.settle();
        }
    }
    Connections {
        id: next

        // The row that comes to the top once it is there; 0 for none
        property int from: 0

        function arrive() {
            const row = next.from > 0 ? rows.itemAt(next.from) : null;
            if (!row)
                return;
            next.from = 0;
            list.forceLayout();
            scroll.untouched = false;
            scroll.to(row.y);
            row.forceActiveFocus(Qt.TabFocusReason);
        }

        target: screen.catalogue.results

        function onCountChanged() {
            Qt.callLater(next.arrive);
        }
    }
    // A screen reader hears the number when the typing stops
    Timer {
        id: said

        interval: 800
        onTriggered: {
            if (screen.visible && (screen.listed || ["nothing", "unknown"].includes(state.code)))
                screen.Accessible.announce(screen.listed ? headline.says : state.title, Accessible.Polite);
        }
    }
}
