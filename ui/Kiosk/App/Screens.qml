pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts as Parts

// The visitor's screens between the two bars. A screen is one line in `files` and one in `needs`; it is loaded when it
// is first opened, and the ones before it wait below with their place and focus kept.
FocusScope {
    id: screens

    required property Backend backend

    readonly property var files: ({
            "home": "HomeScreen.qml",
            "search": "../Catalogue/SearchScreen.qml",
            "title": "../Catalogue/TitleScreen.qml",
            "shortlist": "../Catalogue/ShortlistScreen.qml",
            "lessons": "../Lessons/LessonsScreen.qml",
            "lesson": "../Lessons/LessonScreen.qml",
            "desks": "../Workspaces/DesksScreen.qml",
            "events": "../Events/EventsScreen.qml",
            "event": "../Events/EventScreen.qml",
            "help": "../Guided/HelpScreen.qml"
        })
    readonly property var needs: ({
            "home": ["turn", "staff"],
            "search": ["catalogue"],
            "title": ["catalogue"],
            "shortlist": ["catalogue"],
            "lessons": ["lessons"],
            "lesson": ["lessons"],
            "desks": ["workspaces", "staff"],
            "events": ["events", "staff"],
            "event": ["events"],
            "help": ["guided"]
        })

    // Opened a second time, these come back as they were
    readonly property var single: ["search", "shortlist"]
    // So many wait below at most: then the oldest goes
    readonly property int most: 12

    // {name, item, focus}: the one that is shown stands last
    property var stack: []
    // Has the focus until the screen that is shown knows its first sensible place
    property Item meanwhile: null
    // What had the focus before a sheet came over it
    property Item before: null
    readonly property Parts.Screen current: stack.length ? stack[stack.length - 1].item : null
    readonly property string currentName: stack.length ? stack[stack.length - 1].name : ""
    // The visitor's desk turned out to be somebody else's
    readonly property bool lost: backend.workspaces.mineState === "conflict"

    function open(name: string, given: var) {
        const place = single.includes(name) ? stack.findIndex(entry => entry.name === name) : -1;
        if (place >= 0) {
            backTo(place);
            return;
        }
        const item = make(name, given);
        if (!item)
            return;
        if (current)
            stack[stack.length - 1].focus = Window.activeFocusItem;
        const before = current;
        stack = [...stack,
            {
                "name": name,
                "item": item,
                "focus": null
            }
        ];
        swap(before, item, false);
        if (stack.length > most) {
            stack[1].item.destroy();
            stack = [stack[0], ...stack.slice(2)];
        }
    }
    function back() {
        backTo(stack.length - 2);
    }
    function home() {
        backTo(0);
    }
    function backTo(place: int) {
        if (place < 0 || place > stack.length - 2)
            return;
        const gone = current, between = stack.slice(place + 1, -1);
        stack = stack.slice(0, place + 1);
        for (const entry of between)
            entry.item.destroy();
        swap(gone, current, true);
    }
    function help() {
        if (currentName !== "help")
            open("help", {
                "from": currentName
            });
    }

    function make(name: string, given: var): Parts.Screen {
        const component = Qt.createComponent(Qt.resolvedUrl(files[name]), Component.PreferSynchronous, screens);
        const properties = Object.assign({
            "width": room.width,
            "height": room.height
        }, given);
        for (const need of needs[name])
            properties[need] = backend[need];
        const item = component.createObject(room, properties) as Parts.Screen;
        if (!item) {
            console.error(component.errorString());
            return null;
        }
        item.width = Qt.binding(() => room.width);
        item.height = Qt.binding(() => room.height);
        item.go.connect(open);
        item.over.connect(show);
        item.goBack.connect(back);
        item.goHome.connect(home);
        return item;
    }
    // The old one is out of reach at once, also while it fades
    function swap(before: Parts.Screen, after: Parts.Screen, forGood: bool) {
        fade.complete();
        fade.before = before;
        fade.forGood = forGood;
        if (before)
            before.enabled = false;
        after.visible = after.enabled = true;
        fade.after = after;
        fade.start();
        const wanted = stack[stack.length - 1].focus ?? after.firstFocus;
        meanwhile = wanted ? null : after.nextItemInFocusChain(true);
        (wanted ?? meanwhile).forceActiveFocus(Qt.TabFocusReason);
        screens.Accessible.announce(after.title || after.Accessible.name, Accessible.Assertive);
    }
    function minutesLeft(): int {
        const until = backend.workspaces.mineUntil;
        return ["held", "provisional"].includes(backend.workspaces.mineState) && Say.known(until) ? Math.max(0, Math.round((until - Say.now) / 60000)) : -1;
    }
    function settings(part: string) {
        show("SettingsSheet.qml", {
            "display": screens.backend.display,
            "part": part
        });
    }
    function show(file: url, given: var) {
        before = Window.activeFocusItem;
        sheet.setSource(Qt.resolvedUrl(file), given);
    }

    focus: true
    // What is typed while the focus is in a bar
    Keys.forwardTo: current ? [current] : []
    // At Home, Esc would end the visit: that must be pressed on purpose
    Keys.onEscapePressed: {
        if (stack.length > 1)
            current.back();
    }
    Component.onCompleted: open("home", {})
    onLostChanged: {
        if (lost && currentName !== "desks")
            show("../Workspaces/DeskLost.qml", {
                "workspaces": screens.backend.workspaces
            });
    }

    FocusScope {
        anchors.fill: parent
        enabled: !sheet.item
        focus: enabled

        TopBar {
            id: top

            width: parent.width
            title: screens.current?.title ?? ""
            colour: screens.current?.colour ?? Theme.line
            language: Say.ownNames[screens.backend.display.locale] ?? ""
            minutesLeft: screens.minutesLeft()
            help: ({
                    "sending": "asked",
                    "open": "asked",
                    "coming": "coming"
                })[screens.backend.guided.state] ?? ""
            onHomePressed: screens.home()
            onLanguagePressed: screens.settings("language")
            onDisplayPressed: screens.settings("display")
            onSettingsPressed: screens.settings("")
            onHelpPressed: screens.help()
        }
        Item {
            id: room

            anchors {
                top: top.bottom
                bottom: bottom.top
                left: parent.left
                right: parent.right
            }
        }
        BottomBar {
            id: bottom

            anchors.bottom: parent.bottom
            width: parent.width
            screen: screens.current
        }
    }
    Loader {
        id: sheet

        anchors.fill: parent
        focus: item !== null
    }
    Connections {
        target: screens.current

        function onFirstFocusChanged() {
            if (screens.meanwhile?.activeFocus && screens.current.firstFocus)
                screens.current.firstFocus.forceActiveFocus(Qt.TabFocusReason);
            screens.meanwhile = null;
        }
    }
    Connections {
        target: sheet.item
        ignoreUnknownSignals: true

        function onClosed() {
            sheet.source = "";
            // The button may be gone: larger letters join the buttons of the bar
            const back = screens.before?.visible ? screens.before : top.nextItemInFocusChain(true);
            back.forceActiveFocus(Qt.TabFocusReason);
        }
        function onWanted() {
            sheet.source = "";
            screens.open("desks", {});
        }
    }
    Binding {
        target: screens.backend.turn
        property: "reading"
        value: screens.current?.reading ?? false
    }

    ParallelAnimation {
        id: fade

        property Parts.Screen before
        property Parts.Screen after
        property bool forGood

        onFinished: {
            if (before && forGood)
                before.destroy();
            else if (before)
                before.visible = false;
            before = null;
        }

        NumberAnimation {
            target: fade.before
            property: "opacity"
            to: 0
            duration: Theme.leave
        }
        NumberAnimation {
            target: fade.after
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.enter
            easing.type: Easing.OutCubic
        }
    }
}
