pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Look

// What goes on once there is a backend: Start comes alive, then the visitor's screens, then the receipt; over them
// "are you still there?" and the staff's door.
FocusScope {
    id: house

    required property Backend backend
    required property StartScreen start

    readonly property Turn turn: backend.turn
    // What had the focus before something came over it
    property Item before: null

    function show() {
        start.here = turn.phase === "start";
        if (turn.phase === "here")
            phase.setSource(Qt.resolvedUrl("Screens.qml"), {
                "backend": house.backend
            });
        else if (turn.phase === "end")
            phase.setSource(Qt.resolvedUrl("EndScreen.qml"), {
                "turn": house.turn,
                "branchName": house.backend.workspaces.branchName
            });
        else
            phase.source = "";
        if (start.here)
            start.greet();
    }
    function cover(loader: Loader, file: string, needs: var) {
        before = Window.activeFocusItem;
        below.enabled = start.enabled = false;
        loader.setSource(Qt.resolvedUrl(file), needs);
    }
    function uncover(loader: Loader) {
        loader.source = "";
        below.enabled = start.enabled = !notice.item && !staff.item;
        if (below.enabled)
            before?.forceActiveFocus(Qt.TabFocusReason);
    }
    function openStaff() {
        if (staff.item)
            return;
        backend.staff.knock();
        cover(staff, "../Staff/StaffScreen.qml", {
            "staff": house.backend.staff
        });
    }

    focus: true
    Component.onCompleted: show()

    Binding {
        target: Say
        property: "now"
        value: house.backend.now
    }
    Binding {
        target: house.start
        property: "branchName"
        value: house.backend.workspaces.branchName || qsTr("Bibliotheek")
    }
    Binding {
        target: house.start
        property: "facts"
        value: facts
    }
    Component {
        id: facts

        StartFacts {
            workspaces: house.backend.workspaces
            events: house.backend.events
            staff: house.backend.staff
        }
    }
    Connections {
        target: house.start

        function onBegun(locale: string) {
            if (locale)
                house.backend.display.locale = locale;
            house.turn.begin();
        }
        function onStaffWanted() {
            house.openStaff();
        }
    }
    Connections {
        target: house.turn

        function onPhaseChanged() {
            house.show();
        }
        function onAskingChanged() {
            if (house.turn.asking)
                house.cover(notice, "IdleNotice.qml", {
                    "turn": house.turn
                });
            else
                house.uncover(notice);
        }
    }
    Shortcut {
        sequence: "Ctrl+Alt+P"
        context: Qt.ApplicationShortcut
        onActivated: house.openStaff()
    }

    FocusScope {
        id: below

        anchors.fill: parent

        Loader {
            id: phase

            anchors.fill: parent
            focus: true
        }
    }
    Loader {
        id: notice

        anchors.fill: parent
    }
    Loader {
        id: staff

        anchors.fill: parent
    }
    Connections {
        target: house.backend.staff

        function onClosed() {
            if (staff.item)
                house.uncover(staff);
        }
    }
}
