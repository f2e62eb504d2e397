pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// Somebody comes: who, when it was asked, and by which picture they find this screen. Opening it asks; once is enough.
Screen {
    id: screen

    required property Guided guided
    // The screen that help was asked at
    property string from

    readonly property string who: guided.helper || qsTr("Een vrijwilliger")
    readonly property string phase: guided.state
    readonly property bool waits: ["sending", "open", "coming"].includes(phase)
    readonly property bool upright: Theme.narrow
    readonly property bool offline: guided.unheard && phase === "sending"

    function heading(): string {
        switch (phase) {
        case "coming":
            //: Heading; %1 is the name that a volunteer chose
            return qsTr("%1 komt eraan").arg(who);
        case "done":
            return qsTr("U bent geholpen");
        case "open":
            return qsTr("Uw vraag is aangekomen");
        case "":
            return qsTr("Hebt u nog hulp nodig?");
        default:
            return offline ? qsTr("Loop naar de balie") : qsTr("Ik roep hulp");
        }
    }
    function lead(): string {
        if (offline)
            return qsTr("Er is nu geen verbinding. Misschien hoort niemand uw vraag.");
        if (phase === "done")
            return qsTr("Fijn dat u het vroeg. Vraag gerust nog eens.");
        if (phase === "")
            return qsTr("Uw vraag staat niet meer open.");
        //: %1 is "de blauwe tulp"
        return qsTr("Wij zoeken %1 op dit scherm.").arg(pictureWords(true));
    }
    // "de blauwe tulp", or without "de"
    function pictureWords(definite: bool): string {
        const words = ({
                //: A picture, after "U bent de"; where the article is part of the word (Arabic), with it
                "tulip-blue": qsTr("blauwe tulp"),
                "tulip-red": qsTr("rode tulp"),
                "tulip-yellow": qsTr("gele tulp"),
                "tulip-purple": qsTr("paarse tulp"),
                "boat-blue": qsTr("blauwe boot"),
                "boat-red": qsTr("rode boot"),
                "boat-yellow": qsTr("gele boot"),
                "boat-purple": qsTr("paarse boot"),
                "fish-blue": qsTr("blauwe vis"),
                "fish-red": qsTr("rode vis"),
                "fish-yellow": qsTr("gele vis"),
                "fish-purple": qsTr("paarse vis")
            })[guided.picture] ?? "";
        //: With the article; %1 is "blauwe tulp"
        return definite ? qsTr("de %1").arg(words) : words;
    }
    // A name in a sentence of a few words. Where that takes two lines, the words stay together: "Vera Voorbeeld / is bij u"
    function named(sentence: string): string {
        return sentence.replace(/ /g, "\u00A0").replace("%1\u00A0", "%1 ").replace("\u00A0%1", " %1").arg(who);
    }
    function steps(): var {
        const seen = ["open", "coming", "done"].includes(phase), comes = ["coming", "done"].includes(phase);
        return [
            {
                "text": qsTr("U vroeg hulp"),
                "when": Say.hour(guided.asked),
                "done": seen,
                "next": !seen
            },
            {
                //: %1 is the name that a volunteer chose
                "text": comes ? named(qsTr("%1 weet het")) : qsTr("Iemand heeft tijd"),
                "when": comes ? Say.hour(guided.coming) : qsTr("zo meteen"),
                "done": comes,
                "next": phase === "open"
            },
            {
                //: %1 is the name that a volunteer chose
                "text": comes ? named(qsTr("%1 is bij u")) : qsTr("Er is iemand bij u"),
                //: When somebody comes: very soon. And after it: now.
                "when": phase === "done" ? qsTr("nu") : qsTr("zo meteen"),
                "done": phase === "done",
                "next": phase === "coming"
            }
        ];
    }
    function waited(): string {
        if (offline)
            return qsTr("Ik blijf het proberen.");
        return guided.minutes < 1 ? qsTr("U wacht nog geen minuut.") : qsTr("U wacht nu %n minuut/minuten.", "", guided.minutes);
    }

    title: qsTr("Hulp")
    colour: Theme.ink
    backText: from === "lesson" ? qsTr("Terug naar mijn les") : qsTr("Terug")
    //: Button: take the question for help back
    mainText: waits ? qsTr("Ik heb geen hulp meer nodig") : qsTr("Vraag nog eens hulp")
    mainIcon: waits ? "x" : "hand"
    mainFilled: false
    onMainPressed: {
        if (waits) {
            guided.withdraw();
            goBack();
        } else
            guided.ask(from);
    }
    Component.onCompleted: {
        if (!waits)
            guided.ask(from);
    }
    onPhaseChanged: Accessible.announce(heading(), Accessible.Polite)

    Scroll {
        id: scroll

        anchors.fill: parent
        barRoom: 0

        Card {
            id: card

            // Less air where the words need the room
            readonly property bool snug: words.implicitHeight + 4 * Theme.box(56) > scroll.height - 2 * scroll.air
            readonly property real headroom: Theme.box(Theme.roomHeight < 1000 || snug ? 8 : 56)
            readonly property real padding: Theme.box(snug && !screen.upright ? 28 : 56)

            x: screen.LayoutMirroring.enabled ? parent.width - width - Theme.margin : Theme.margin
            y: headroom
            width: parent.width - 2 * Theme.margin - (stork.visible ? Theme.px(288 + 48) : 0)
            height: Math.max(content.implicitHeight + 2 * padding, Math.min(Theme.px(712), scroll.height - 2 * (scroll.air + headroom)))

            GridLayout {
                id: content

                anchors {
                    left: parent.left
                    right: parent.right
                    margins: card.padding
                    verticalCenter: parent.verticalCenter
                }
                columns: screen.upright ? 1 : 2
                columnSpacing: Theme.box(64)
                rowSpacing: Theme.px(32)

                HelpPicture {
                    id: sign

                    readonly property bool found: screen.waits && !screen.offline

                    picture: found ? screen.guided.picture : ""
                    icon: found ? "" : screen.offline ? "concierge-bell" : screen.phase === "done" ? "check" : "hand"
                    //: Over the name of a picture: "U bent de / blauwe tulp"
                    before: found ? qsTr("U bent de") : ""
                    name: found ? screen.pictureWords(false) : ""
                    upright: screen.upright
                    Layout.row: screen.upright ? 1 : 0
                    Layout.column: 0
                    Layout.fillWidth: screen.upright
                    Layout.minimumHeight: screen.upright ? 0 : Math.min(Theme.px(600), card.height - 2 * card.padding)
                }
                ColumnLayout {
                    id: words

                    spacing: 0
                    Layout.row: 0
                    Layout.column: screen.upright ? 0 : 1
                    Layout.fillWidth: true

                    Words {
                        text: screen.heading()
                        size: screen.upright || text.length > 18 ? Theme.home : Theme.message
                        bold: true
                        heading: true
                        Layout.fillWidth: true
                    }
                    Words {
                        text: screen.lead()
                        size: Theme.section
                        topPadding: Theme.px(4)
                        Layout.fillWidth: true
                    }
                    GridLayout {
                        visible: screen.phase !== "" && !screen.offline
                        columns: screen.upright ? 1 : 3
                        columnSpacing: 0
                        rowSpacing: 0
                        Layout.topMargin: Theme.px(40)
                        Layout.fillWidth: true
                        Accessible.role: Accessible.List

                        Repeater {
                            model: screen.steps()

                            HelpStep {
                                required property var modelData
                                required property int index

                                text: modelData.text
                                when: modelData.when
                                done: modelData.done
                                next: modelData.next
                                last: index === 2
                                passed: modelData.done && screen.steps()[index + 1]?.done === true
                                upright: screen.upright
                                Layout.fillWidth: true
                                Layout.maximumWidth: screen.upright ? -1 : Theme.px(268)
                                Layout.alignment: Qt.AlignTop
                            }
                        }
                    }
                    HelpWaiting {
                        visible: screen.waits
                        icon: screen.offline ? "wifi-off" : "clock"
                        title: screen.waited()
                        text: screen.offline ? qsTr("Is er weer verbinding? Dan roep ik alsnog hulp.") : qsTr("Blijf rustig zitten. U mag gewoon verdergaan.")
                        Layout.topMargin: Theme.px(28)
                        Layout.fillWidth: true
                        Layout.maximumWidth: Theme.px(816)
                    }
                    RowLayout {
                        visible: screen.waits
                        spacing: Theme.px(14)
                        Layout.topMargin: Theme.px(28)

                        Icon {
                            name: "shield-check"
                            ink: Theme.green
                            Layout.alignment: Qt.AlignTop
                        }
                        Words {
                            text: qsTr("Niemand kijkt van ver mee op uw scherm.")
                            lineHeight: 1
                            Layout.fillWidth: true
                        }
                    }
                }
            }
        }
    }
    Stork {
        id: stork

        visible: !Theme.tight
        pose: screen.phase === "done" ? "well-done" : "hello"
        tall: 300
        above: true
        //: What the stork says while one waits for help, and after it
        says: screen.phase === "done" ? qsTr("Goed gedaan!") : screen.offline ? qsTr("De balie helpt u graag.") : qsTr("Ik wacht\nmet u mee.")
        width: Theme.px(288)
        anchors {
            right: parent.right
            rightMargin: Theme.margin
            bottom: parent.bottom
        }
    }
}
