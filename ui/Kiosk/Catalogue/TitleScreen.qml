pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// One title: what it is, where it stands and how to walk there, and what is like it.
Screen {
    id: screen

    required property Catalogue catalogue
    required property string titleId

    // A title as the view-model's `opened`, the last that was known
    property var about: null
    property bool known: false
    // The way to its shelf as `walk`, the last that was drawn
    property var way: null
    property bool drawn: false

    readonly property Shortlist shortlist: catalogue.shortlist as Shortlist
    readonly property bool listed: shortlist.ids.includes(titleId)
    readonly property bool columns: Theme.roomWidth >= 1600

    function look() {
        known = catalogue.opened.titleId === titleId;
        if (known)
            about = catalogue.opened;
        if (known && catalogue.walk.plan)
            way = catalogue.walk;
        drawn = known && catalogue.walk.plan !== undefined;
    }
    function openTitle(other: string) {
        go("title", {
            "titleId": other
        });
    }

    title: qsTr("Zoeken")
    colour: Theme.blue
    reading: true
    backText: qsTr("Terug naar de lijst")
    firstFocus: known ? (facts.item as TitleFacts)?.landing ?? null : null
    mainText: !known ? "" : listed ? qsTr("Naar mijn lijst") : shortlist.full ? qsTr("Mijn lijst is vol") : qsTr("Zet op mijn lijst")
    mainIcon: listed || shortlist.full ? "list-checks" : "list-plus"
    mainFilled: !listed && !shortlist.full
    onMainPressed: {
        if (listed || shortlist.full) {
            go("shortlist", {});
        } else {
            shortlist.add(titleId);
            //: Said by a screen reader when a title was put on the visitor's list
            Accessible.announce(qsTr("Staat op uw lijst"), Accessible.Polite);
        }
    }
    // Back from another title
    onEnabledChanged: {
        if (enabled && catalogue.opened.titleId !== titleId)
            catalogue.open(titleId);
    }
    Component.onCompleted: {
        catalogue.open(titleId);
        look();
    }

    component Help: Press {
        text: qsTr("Niet gevonden? Vraag hulp")
        icon: "hand"
        onPressed: screen.go("help", {
            "from": "title"
        })
    }

    Scroll {
        id: scroll

        visible: screen.known
        anchors {
            fill: parent
            leftMargin: Theme.margin - air
            rightMargin: Theme.margin - air - barRoom
        }

        ColumnLayout {
            x: scroll.air
            width: parent.width - 2 * scroll.air
            spacing: Theme.px(48)

            RowLayout {
                spacing: Theme.px(48)
                Layout.fillWidth: true
                Layout.topMargin: Theme.px(24)

                ColumnLayout {
                    visible: !Theme.narrow
                    spacing: Theme.px(24)
                    Layout.preferredWidth: Theme.px(304)
                    Layout.maximumWidth: Theme.px(304)
                    Layout.alignment: Qt.AlignTop

                    Cover {
                        picture: screen.about?.cover ?? ""
                        title: screen.about?.name ?? ""
                        author: (screen.about?.authors ?? []).join(Say.comma)
                        colour: Kinds.colour(screen.about?.kind ?? "")
                        icon: Kinds.icon(screen.about?.kind ?? "", screen.about?.easy ?? false)
                        size: 16
                        Layout.preferredWidth: Theme.px(304)
                        Layout.preferredHeight: Theme.px(420)
                    }
                    TitleButtons {
                        id: buttons

                        about: screen.about ?? ({})
                        Layout.fillWidth: true
                        onSearched: name => {
                            screen.catalogue.text = name;
                            screen.go("search", {});
                        }
                        onCarried: (file, needs) => screen.over(file, Object.assign({
                                "shortlist": screen.shortlist
                            }, needs))
                    }
                }
                ColumnLayout {
                    spacing: Theme.px(16)
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop

                    Loader {
                        id: facts

                        active: screen.about !== null
                        Layout.fillWidth: true

                        sourceComponent: TitleFacts {
                            about: screen.about
                            // The buttons stand before the name, but come after it
                            onTabbed: event => {
                                event.accepted = !Theme.narrow;
                                if (event.accepted)
                                    buttons.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason);
                            }
                        }
                    }
                    Words {
                        text: copies.online ? qsTr("Waar vindt u dit?") : Kinds.where(screen.about?.kind ?? "")
                        size: Theme.section
                        bold: true
                        heading: true
                        Layout.fillWidth: true
                        Layout.topMargin: Theme.px(16)
                    }
                    Copies {
                        id: copies

                        catalogue: screen.catalogue
                        online: screen.about?.place === "online"
                        tight: screen.columns && screen.drawn
                        Layout.fillWidth: true
                    }
                    Loader {
                        active: screen.drawn && !screen.columns
                        visible: active
                        Layout.fillWidth: true

                        sourceComponent: Walk {
                            walk: screen.way
                        }
                    }
                    TitleButtons {
                        visible: Theme.narrow
                        about: screen.about ?? ({})
                        Layout.fillWidth: true
                        onSearched: name => buttons.searched(name)
                        onCarried: (file, needs) => buttons.carried(file, needs)
                    }
                    Help {
                        visible: !screen.columns || !screen.drawn
                        Layout.fillWidth: true
                        Layout.maximumWidth: implicitWidth
                        Layout.topMargin: Theme.px(8)
                    }
                }
                ColumnLayout {
                    visible: screen.columns && screen.drawn
                    spacing: Theme.px(16)
                    Layout.preferredWidth: Theme.px(616)
                    Layout.maximumWidth: Theme.px(616)
                    Layout.alignment: Qt.AlignTop

                    Loader {
                        active: screen.drawn && screen.columns
                        Layout.fillWidth: true

                        sourceComponent: Walk {
                            walk: screen.way
                        }
                    }
                    Help {
                        Layout.fillWidth: true
                    }
                }
            }
            TitleStrip {
                id: others

                //: Heading over the other editions of a title: e-book, large print, translation
                heading: qsTr("Ook zo te krijgen")
                titles: screen.catalogue.others
                editions: true
                Layout.fillWidth: true
                onOpened: titleId => screen.openTitle(titleId)
                onDeparted: way => way > 0 ? similar.enter() : undefined
            }
            TitleStrip {
                id: similar

                //: Heading over titles that are like the one of this page
                heading: qsTr("Lijkt hierop")
                titles: screen.catalogue.similar
                Layout.fillWidth: true
                Layout.bottomMargin: Theme.px(24)
                onOpened: titleId => screen.openTitle(titleId)
                onDeparted: way => way < 0 ? others.enter() : undefined
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
            // Another title lies over this one
            if (screen.enabled)
                screen.look();
        }
    }
}
