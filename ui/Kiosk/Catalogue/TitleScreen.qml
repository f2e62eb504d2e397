pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// One title: what it is, and where it stands.
Screen {
    id: screen

    required property Catalogue catalogue
    required property string titleId

    // A title as the view-model's `opened`, the last that was known
    property var about: null
    property bool known: false

    readonly property string maker: about?.makers[0] ?? ""

    function look() {
        known = catalogue.opened.titleId === titleId;
        if (known)
            about = catalogue.opened;
    }

    title: qsTr("Zoeken")
    colour: Theme.blue
    reading: true
    backText: qsTr("Terug naar de lijst")
    // Where the button is below the fold, focus is on the name, so that people begin to read at the top
    firstFocus: !known ? null : beside.visible && height >= Theme.px(600) ? beside : facts
    mainText: qsTr("Niet gevonden? Vraag hulp")
    mainIcon: "hand"
    mainFilled: false
    onMainPressed: go("help", {
        "from": "title"
    })
    Component.onCompleted: {
        catalogue.open(titleId);
        look();
    }

    component MoreButton: Press {
        visible: screen.maker !== ""
        icon: "search"
        //: Button that searches for everything by one author; %1 is the name
        text: qsTr("Meer van %1").arg(screen.maker)
        size: Theme.row
        Layout.fillWidth: true
        onPressed: {
            screen.catalogue.text = screen.maker;
            screen.goBack();
        }
    }

    Scroll {
        id: scroll

        visible: screen.known
        anchors {
            fill: parent
            leftMargin: Theme.margin - air
            rightMargin: Theme.margin - air - barRoom
        }

        RowLayout {
            x: scroll.air
            width: parent.width - 2 * scroll.air
            spacing: Theme.px(48)

            ColumnLayout {
                visible: !Theme.narrow
                spacing: Theme.px(32)
                Layout.preferredWidth: Theme.px(304)
                Layout.maximumWidth: Theme.px(304)
                Layout.topMargin: Theme.px(32)
                Layout.alignment: Qt.AlignTop

                Cover {
                    picture: screen.about?.cover ?? ""
                    title: screen.about?.name ?? ""
                    author: (screen.about?.authors ?? []).join(Say.comma)
                    colour: Kinds.colour(screen.about?.kind ?? "")
                    icon: Kinds.icon(screen.about?.kind ?? "", screen.about?.easy ?? false)
                    ornament: Kinds.ornament(screen.about?.kind ?? "", screen.about?.easy ?? false)
                    size: 16
                    Layout.preferredWidth: Theme.px(304)
                    Layout.preferredHeight: Theme.px(420)
                }
                MoreButton {
                    id: beside
                }
            }
            ColumnLayout {
                spacing: Theme.px(16)
                Layout.fillWidth: true
                Layout.topMargin: Theme.px(24)
                Layout.alignment: Qt.AlignTop

                Loader {
                    id: facts

                    active: screen.about !== null
                    Layout.fillWidth: true

                    sourceComponent: TitleFacts {
                        about: screen.about
                    }
                }
                Words {
                    text: online.visible ? qsTr("Waar vindt u dit?") : Kinds.where(screen.about?.kind ?? "")
                    size: Theme.section
                    bold: true
                    heading: true
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.px(16)
                }
                Card {
                    visible: branches.count > 0
                    Layout.fillWidth: true
                    Layout.preferredHeight: branchRows.height

                    Column {
                        id: branchRows

                        width: parent.width
                        Accessible.role: Accessible.List
                        //: Name of the list of branches that have a title, for screen readers
                        Accessible.name: qsTr("Vestigingen")

                        Repeater {
                            id: branches

                            model: screen.catalogue.copies

                            CopyRow {
                                width: branchRows.width
                            }
                        }
                    }
                }
                Words {
                    id: online

                    visible: screen.about?.place === "online"
                    text: qsTr("Online, via de website van de bibliotheek. Thuis of op uw telefoon.")
                    size: Theme.lead
                    Layout.fillWidth: true
                    Layout.maximumWidth: Theme.prose
                }
                Words {
                    visible: branches.count === 0 && !online.visible
                    text: qsTr("Deze titel staat nu nergens op de plank. Vraag ernaar bij Hulp.")
                    size: Theme.lead
                    Layout.fillWidth: true
                    Layout.maximumWidth: Theme.prose
                }
                RowLayout {
                    visible: branches.count > 0 && age.text !== ""
                    spacing: Theme.px(10)

                    Icon {
                        name: "refresh-cw"
                        size: 22
                        ink: Theme.soft
                    }
                    Words {
                        id: age

                        text: Say.asOf(screen.catalogue.updated)
                        size: Theme.small
                        color: Theme.soft
                        Layout.fillWidth: true
                    }
                }
                MoreButton {
                    visible: Theme.narrow && screen.maker !== ""
                }
            }
        }
    }
    Empty {
        visible: !screen.known
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.prose)
        drawing: "stork-think"
        title: qsTr("Deze titel is er niet meer")
        text: qsTr("Ga terug naar de lijst en kies een andere.")
    }
    Connections {
        target: screen.catalogue

        function onOpenedChanged() {
            screen.look();
        }
    }
}
