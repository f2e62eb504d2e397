pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// Where one can sit: the plan and the list, and after that the desk that one has.
Screen {
    id: screen

    required property Workspaces workspaces
    required property Staff staff

    readonly property bool known: workspaces.branchName !== "" && workspaces.count > 0
    readonly property bool has: workspaces.mineState !== ""
    readonly property bool lost: workspaces.mineState === "conflict"
    readonly property bool choosing: known && workspaces.open && !has
    readonly property var chosen: workspaces.chosenDesk
    readonly property bool mayTake: chosen.group === "now"
    readonly property bool mayTakeOther: lost && workspaces.otherDesk.deskId !== undefined
    // The list does not fit beside the plan
    readonly property bool stacked: Theme.roomWidth < 1400

    function mainWords(): string {
        if (mayTakeOther)
            return qsTr("Neem %1").arg(DeskWords.inSentence(workspaces.otherDesk));
        if (has)
            //: Button to the screen with the four doors
            return qsTr("Naar Home");
        if (!choosing)
            return "";
        //: Button that takes the chosen desk; %1 is "tafel 4". And what it says while none is chosen.
        return chosen.deskId ? qsTr("Neem %1").arg(DeskWords.inSentence(chosen)) : qsTr("Kies eerst een plek");
    }
    function besideMain(): string {
        if (!choosing)
            return "";
        if (chosen.deskId && !mayTake)
            //: Why the chosen desk cannot be had; %1 is "Tafel 1", %2 is "bezet tot 14.30 uur" or "stuk"
            return qsTr("%1 is %2.").arg(DeskWords.name(chosen)).arg(DeskWords.tells(chosen));
        return Say.ageAlone(staff.online, staff.synced) || qsTr("U hebt geen pas nodig.");
    }

    title: qsTr("Werkplek")
    colour: Theme.clay
    mainText: mainWords()
    mainIcon: has && !mayTakeOther ? "house" : DeskWords.icon((mayTakeOther ? workspaces.otherDesk : chosen).kind ?? "")
    mainEnabled: has || mayTake
    skipText: lost ? qsTr("Kies zelf een plek") : ""
    note: besideMain()
    firstFocus: choosing || has ? room : null
    onMainPressed: {
        if (mayTakeOther)
            workspaces.claim(workspaces.otherDesk.deskId);
        else if (has)
            goHome();
        else
            workspaces.claim(chosen.deskId);
    }
    onSkipPressed: workspaces.leave()

    Loader {
        id: room

        anchors.fill: parent
        focus: true
        sourceComponent: !screen.known ? unknown : screen.has ? mine : !screen.workspaces.open ? closed : screen.stacked ? below : beside
    }

    component ListCard: Card {
        property alias list: list

        implicitHeight: list.implicitHeight + Theme.px(8)

        DeskList {
            id: list

            focus: true
            anchors.fill: parent
            anchors.margins: Theme.px(4)
            workspaces: screen.workspaces
        }
    }
    component PlanCard: Card {
        property alias plan: plan

        implicitHeight: plan.implicitHeight + Theme.px(28 + 20)

        DeskPlan {
            id: plan

            workspaces: screen.workspaces
            floorNumber: screen.chosen.floor ?? screen.workspaces.here.floor ?? 0
            anchors {
                fill: parent
                leftMargin: Theme.gap
                rightMargin: Theme.gap
                topMargin: Theme.px(28)
                bottomMargin: Theme.px(20)
            }
        }
    }

    Component {
        id: beside

        Item {
            DesksHead {
                id: head

                workspaces: screen.workspaces
                x: Theme.margin
                width: parent.width - 2 * Theme.margin
            }
            DeskRefusal {
                id: refusal

                workspaces: screen.workspaces
                x: Theme.margin
                width: parent.width - 2 * Theme.margin
                anchors.top: head.bottom
                anchors.topMargin: visible ? Theme.px(16) : 0
            }
            PlanCard {
                anchors {
                    left: parent.left
                    leftMargin: Theme.margin
                    right: words.left
                    rightMargin: Theme.gap
                    top: words.top
                    bottom: words.bottom
                }
            }
            ListCard {
                id: words

                width: Theme.px(560)
                anchors {
                    right: parent.right
                    rightMargin: Theme.margin
                    top: refusal.bottom
                    topMargin: Theme.px(24)
                    bottom: parent.bottom
                    bottomMargin: Theme.box(36)
                }
            }
        }
    }
    Component {
        id: below

        Scroll {
            barRoom: 0

            Column {
                x: Theme.margin
                width: parent.width - 2 * Theme.margin
                spacing: Theme.gap

                DesksHead {
                    workspaces: screen.workspaces
                    width: parent.width
                }
                DeskRefusal {
                    workspaces: screen.workspaces
                    width: parent.width
                }
                ListCard {
                    id: words

                    list.scrolls: false
                    width: parent.width
                    height: implicitHeight
                }
                PlanCard {
                    width: parent.width
                    height: implicitHeight
                }
            }
        }
    }
    Component {
        id: mine

        DeskMine {
            workspaces: screen.workspaces
        }
    }
    Component {
        id: closed

        Item {
            Empty {
                anchors.centerIn: parent
                width: Math.min(Theme.px(900), parent.width - 2 * Theme.margin)
                drawing: "stork-asleep"
                title: qsTr("De bibliotheek is nu dicht")
                text: [Say.words(screen.workspaces.closedReason), Say.known(screen.workspaces.opens) ?
                    //: When the library opens; %1 is a day, %2 is "10.00 uur"
                    qsTr("Wij gaan open: %1 om %2.").arg(Say.dayFrom(screen.workspaces.opens, Say.now)).arg(Say.hour(screen.workspaces.opens)) : ""].filter(Boolean).join(". ")
            }
        }
    }
    Component {
        id: unknown

        Item {
            Empty {
                anchors.centerIn: parent
                width: Math.min(Theme.px(900), parent.width - 2 * Theme.margin)
                drawing: "door-werkplek"
                title: qsTr("Ik ken de plekken hier nog niet")
                text: qsTr("Kijk straks nog eens, of vraag een medewerker.")
            }
        }
    }
}
