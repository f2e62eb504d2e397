pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// Under the plank of Start: opening hours, free places, the next activities, and how old that is when it is old.
Item {
    id: facts

    required property Workspaces workspaces
    required property Events events
    required property Staff staff

    readonly property bool known: workspaces.branchName !== ""
    // A low screen says less, so that nothing needs scrolling
    readonly property bool brief: Theme.roomHeight < 800
    readonly property int free: workspaces.freeTables + workspaces.freeComputers + workspaces.freeRooms
    readonly property int columns: Theme.roomWidth >= 1500 || Theme.roomWidth >= 940 && Theme.roomHeight < 900 ? 3 : Theme.roomWidth >= 820 ? 2 : 1

    function hours(): string {
        if (!Say.known(workspaces.closes))
            return qsTr("Vraag een medewerker.");
        return workspaces.open ? qsTr("Vandaag tot %1.").arg(Say.hour(workspaces.closes)) : period(workspaces.opens, workspaces.closes);
    }
    function period(opens: date, closes: date): string {
        //: When the library is open; %1 is a day, %2 and %3 are "10.00" and "20.00 uur"
        return Say.known(opens) ? qsTr("%1 van %2 tot %3.").arg(Say.capital(Say.dayFrom(opens, Say.now))).arg(Say.time(opens)).arg(Say.hour(closes)) : "";
    }
    function kinds(): string {
        const kinds = [];
        if (workspaces.freeTables)
            kinds.push(qsTr("%n tafel(s)", "", workspaces.freeTables));
        if (workspaces.freeComputers)
            kinds.push(qsTr("%n computer(s)", "", workspaces.freeComputers));
        if (workspaces.freeRooms)
            kinds.push(qsTr("%n kamer(s)", "", workspaces.freeRooms));
        // A number stays with its word
        return kinds.length ? Say.list(kinds.map(kind => kind.replace(" ", "\u00a0"))) + "." : qsTr("Kijk straks nog eens.");
    }

    implicitHeight: grid.implicitHeight + 2 * grid.y
    height: implicitHeight

    component Fact: RowLayout {
        id: fact

        property string icon
        property color ink
        property string title
        default property alias content: column.data

        spacing: Theme.px(20)
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true

        Icon {
            name: fact.icon
            size: 44
            ink: fact.ink
            stroke: 1.75
            Layout.alignment: Qt.AlignTop
        }
        ColumnLayout {
            id: column

            spacing: Theme.px(4)
            Layout.alignment: Qt.AlignTop

            Words {
                text: fact.title
                size: Theme.section
                bold: true
                heading: true
                Layout.fillWidth: true
            }
        }
    }

    GridLayout {
        id: grid

        x: Theme.margin
        y: Theme.box(Theme.roomHeight < 900 ? 26 : 38)
        width: parent.width - 2 * Theme.margin
        columns: facts.columns
        columnSpacing: Theme.px(Theme.tight ? 24 : 48)
        rowSpacing: Theme.px(24)

        // Before the library is known nothing is claimed about it
        Fact {
            visible: !facts.known
            icon: "hourglass"
            ink: Theme.green
            //: On a computer that is new in the library, on the first screen
            title: qsTr("Wij zetten dit scherm klaar")

            Words {
                text: qsTr("Oefenen kan al. De rest komt straks.")
                color: Theme.soft
                Layout.fillWidth: true
            }
        }
        Fact {
            visible: facts.known
            icon: facts.workspaces.open ? "door-open" : "door-closed"
            ink: Theme.green
            //: Whether the library is open
            title: facts.workspaces.open ? qsTr("Nu open") : qsTr("Nu gesloten")
            Layout.preferredWidth: Theme.px(Theme.tight ? 260 : 430)
            Layout.maximumWidth: facts.columns === 3 ? Theme.px(440) : -1

            Words {
                text: facts.hours()
                color: Theme.soft
                Layout.fillWidth: true
            }
            Words {
                visible: text !== "" && !facts.brief
                text: facts.workspaces.open ? facts.period(facts.workspaces.nextOpens, facts.workspaces.nextCloses) : ""
                color: Theme.soft
                Layout.fillWidth: true
            }
            Words {
                visible: text !== ""
                text: Say.capital(Say.ageAlone(facts.staff.online, facts.staff.synced))
                size: Theme.small
                color: Theme.soft
                Layout.fillWidth: true
            }
        }
        Fact {
            icon: "lamp-desk"
            ink: Theme.clay
            title: facts.free ? qsTr("%n plek(ken) vrij", "", facts.free) : qsTr("Geen plek vrij")
            visible: facts.known && facts.workspaces.open
            Layout.preferredWidth: Theme.px(Theme.tight ? 260 : 360)
            Layout.maximumWidth: facts.columns === 3 ? Theme.px(380) : -1

            Words {
                text: facts.kinds()
                color: Theme.soft
                Layout.fillWidth: true
            }
        }
        Fact {
            visible: facts.known
            icon: "calendar-days"
            ink: Theme.plum
            title: soon.count ? qsTr("Straks hier") : qsTr("Vandaag niets meer te doen")
            Layout.preferredWidth: Theme.px(Theme.tight ? 380 : 800)
            Layout.columnSpan: facts.columns === 2 ? 2 : 1

            Repeater {
                id: soon

                model: facts.events.soon

                RowLayout {
                    id: one

                    required property date starts
                    required property var title
                    required property int index

                    visible: !facts.brief || index < 2
                    spacing: Theme.px(20)

                    Words {
                        text: Say.time(one.starts)
                        strong: true
                        Layout.alignment: Qt.AlignTop
                        Layout.minimumWidth: Theme.px(64)
                    }
                    Words {
                        text: Say.words(one.title)
                        Layout.fillWidth: true
                    }
                }
            }
        }
    }
}
