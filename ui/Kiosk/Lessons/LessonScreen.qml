pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// One lesson, step by step: at the start the practice, at the end what to do. Where two columns do not fit, the words
// come first and the practice below.
Screen {
    id: screen

    required property Lessons lessons
    required property string lesson

    readonly property Player player: lessons.player as Player
    readonly property bool stacked: Theme.narrow
    property string said
    readonly property bool there: player.lesson !== ""
    readonly property bool solved: player.state === "right"
    // Enter may be what was asked for last; then it does not also go on
    readonly property bool enterGoesOn: solved && !player.finished && (player.kind !== "keys" || player.do.expect[player.do.expect.length - 1] !== "Enter")

    function begin() {
        if (!there || player.finished)
            return;
        scroll.to(0);
        firstFocus.forceActiveFocus(Qt.TabFocusReason);
    }
    // What the stork says: about the last deed, or for which deed Verder waits
    function words(): string {
        if (player.offersHint)
            return qsTr("Lukt het niet? Neem gerust een hint.");
        const reply = Say.words(player.reply);
        if (reply !== "")
            return reply;
        if (player.done > 0)
            return qsTr("Goed zo! Nog %n te gaan.", "", player.of - player.done);
        switch (player.kind) {
        case "info":
            return qsTr("Lees het rustig. Druk dan op Verder.");
        case "choose":
            return qsTr("Kies eerst. Dan kunt u verder.");
        case "keys":
            return qsTr("Druk eerst op de gele toets. Dan kunt u verder.");
        default:
            return qsTr("Neem rustig de tijd. Daarna kunt u verder.");
        }
    }

    title: Say.words(player.title)
    colour: Theme.green
    reading: true
    handlesBack: true
    mainText: !there ? "" : player.finished ? lessons.following.lesson ? qsTr("Volgende les") : qsTr("Kies een les") : qsTr("Verder")
    mainTail: "arrow-right"
    mainEnabled: solved
    skipText: !there || solved && !player.finished ? "" : player.finished ? qsTr("Nog een keer") : qsTr("Sla deze stap over")
    // What is longer than the room is read from its beginning
    firstFocus: stacked || scroll.longer || !practice.kind ? side.task : practice.kind
    onBackPressed: {
        if (there && player.now > 1)
            player.back();
        else
            goBack();
    }
    onMainPressed: {
        if (!player.finished)
            player.onward();
        else if (lessons.following.lesson)
            lessons.open(lessons.following.lesson);
        else
            goBack();
    }
    onSkipPressed: {
        if (player.finished)
            player.again();
        else
            player.skip();
    }
    Keys.onPressed: event => {
        if (enterGoesOn && [Qt.Key_Return, Qt.Key_Enter].includes(event.key) && !event.isAutoRepeat) {
            event.accepted = true;
            player.onward();
        } else if (practice.kind) {
            practice.kind.hear(event);
        }
    }
    Keys.onReleased: event => practice.kind?.hearUp(event)
    onSaidChanged: screen.Accessible.announce(said, Accessible.Polite)
    Component.onCompleted: lessons.open(lesson)

    Connections {
        target: screen.player

        function onStepChanged() {
            Qt.callLater(screen.begin);
        }
        function onChanged() {
            screen.said = screen.words();
        }
    }
    Scroll {
        id: scroll

        anchors.fill: parent
        barRoom: 0

        Item {
            id: page

            readonly property real above: Theme.box(32) - scroll.air
            readonly property real split: Theme.px(48)
            readonly property real room: screen.height - scroll.air - above - Theme.box(36)

            x: Theme.margin
            width: parent.width - 2 * Theme.margin
            implicitHeight: !visible ? 0 : Math.max(screen.height - 2 * scroll.air, screen.stacked ? 0 : practice.y + practice.implicitHeight + Theme.box(16), aids.y + aids.height + Theme.px(screen.stacked ? 32 : 8) + bird.height - scroll.air)
            visible: screen.there && !screen.player.finished

            Practice {
                id: practice

                player: screen.player
                room: page.room
                words: (screen.stacked || scroll.longer) && (Say.words(screen.player.reply) !== "" || screen.player.done > 0) ? screen.words() : ""
                width: screen.stacked ? parent.width : Math.round((parent.width - page.split) * 2 / 3)
                height: screen.stacked ? implicitHeight : Math.max(implicitHeight, page.room)
                anchors.left: parent.left
                y: screen.stacked ? side.y + side.height + Theme.px(32) : page.above
            }
            Instruction {
                id: side

                player: screen.player
                width: screen.stacked ? parent.width : parent.width - practice.width - page.split
                anchors.right: parent.right
                y: page.above + Theme.px(4)
            }
            // Below the practice where everything is: what to do and where to do it then begin in sight
            Aids {
                id: aids

                player: screen.player
                width: side.width
                anchors.right: parent.right
                y: screen.stacked ? practice.y + practice.height + Theme.px(32) : side.y + side.height + side.spacing
            }
            Stork {
                id: bird

                pose: screen.player.pose
                says: screen.words()
                // Smaller where the words need the room
                tall: screen.stacked ? 160 : Math.max(140, Math.min(210, (screen.height - aids.y - aids.height - scroll.air) / Theme.unit))
                width: Math.min(side.width, Theme.px(720))
                anchors.right: parent.right
                y: page.implicitHeight + scroll.air - height
            }
        }
        LessonEnd {
            player: screen.player
            visible: screen.there && screen.player.finished
            x: Theme.margin
            y: page.above
            width: parent.width - 2 * Theme.margin
            height: visible ? Math.max(implicitHeight, screen.height - 2 * scroll.air - y) : 0
            drop: scroll.air
        }
    }
    Empty {
        visible: !screen.there
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.prose)
        drawing: "stork-think"
        title: qsTr("Deze les is er niet")
        text: qsTr("Ga terug en kies een andere les.")
    }
}
