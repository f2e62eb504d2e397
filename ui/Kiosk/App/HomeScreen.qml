pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// Four doors. They are the action, so no filled button stands beside them.
Screen {
    id: home

    required property Turn turn
    required property Staff staff

    readonly property int columns: width / Theme.unit > 2600 && Theme.roomHeight < 900 ? 4 : width > Theme.px(880) && height < width * 1.1 ? 2 : 1
    readonly property int rows: Math.ceil(4 / columns)
    readonly property bool low: Theme.roomHeight < 900
    readonly property real spacing: low ? Theme.between : Theme.gap
    // On a low screen the four doors come before kind words
    readonly property bool comforted: !low || height >= question.height + comfort.height + rows * (highest() + spacing) + 2 * scroll.air

    // All doors are as high as the one with the most words
    function highest(): real {
        let high = 0;
        for (let place = 0; place < doors.count; place++)
            high = Math.max(high, doors.itemAt(place)?.implicitHeight ?? 0);
        return high;
    }

    function neighbour(from: int, away: int): Item {
        return doors.itemAt(from + away);
    }

    colour: Theme.green
    //: Button that ends the visit
    backText: qsTr("Ik ben klaar")
    backIcon: "log-out"
    handlesBack: true
    note: Say.ageAlone(staff.online, staff.synced)
    firstFocus: doors.itemAt(0)
    Accessible.name: question.text
    onBackPressed: turn.end("done")

    Scroll {
        id: scroll

        anchors.fill: parent
        barRoom: 0

        Item {
            id: page

            readonly property real tail: home.low ? 0 : Theme.px(12)

            x: Theme.margin
            width: parent.width - 2 * Theme.margin
            implicitHeight: head.height + grid.height + tail

            Item {
                id: head

                width: parent.width
                z: 1
                height: home.low ? question.height + (home.comforted ? comfort.height : 0) + Theme.between : Math.max(comfort.y + comfort.height + Theme.px(16), stork.visible ? Theme.unit * 196 : 0)

                Words {
                    id: question

                    text: qsTr("Wat wilt u doen?")
                    size: Theme.home * (home.low ? Theme.calm : 1)
                    bold: true
                    heading: true
                    width: parent.width - (stork.visible ? stork.width + 2 * Theme.gap : 0)
                    anchors.left: parent.left
                    // Headings hang on their baselines: the boxes of Arabic letters are higher
                    y: home.low ? 0 : Theme.px(80) - baselineOffset
                }
                Words {
                    id: comfort

                    visible: home.comforted
                    text: qsTr("Kies een kaart. U kunt niets stukmaken.")
                    size: Theme.lead
                    color: Theme.soft
                    width: question.width
                    anchors.left: parent.left
                    y: home.low ? question.height : Theme.px(150) - baselineOffset + Math.max(0, question.height - question.contentHeight / question.lineCount)
                }
                Stork {
                    id: stork

                    pose: "hello"
                    tall: 180
                    visible: home.height - Theme.unit * 196 > home.rows * Theme.px(230)
                    anchors {
                        right: parent.right
                        rightMargin: Theme.unit * 40
                        bottom: parent.bottom
                    }
                }
            }
            Grid {
                id: grid

                readonly property real room: home.height - head.height - 2 * scroll.air - page.tail - (home.rows - 1) * home.spacing

                anchors.top: head.bottom
                width: parent.width
                columns: home.columns
                spacing: home.spacing

                Repeater {
                    id: doors

                    model: [
                        {
                            "screen": "lessons",
                            //: A door on Home: lessons to practise with
                            "word": qsTr("Leren"),
                            "sentence": qsTr("Oefen met de computer, stap voor stap."),
                            "drawing": "door-leren",
                            "colour": Theme.green
                        },
                        {
                            "screen": "search",
                            //: A door on Home: the catalogue
                            "word": qsTr("Zoeken"),
                            "sentence": qsTr("Zoek een boek, film of tijdschrift."),
                            "drawing": "door-zoeken",
                            "colour": Theme.blue
                        },
                        {
                            "screen": "desks",
                            //: A door on Home: tables, computers and rooms
                            "word": qsTr("Werkplek"),
                            "sentence": qsTr("Neem een tafel, computer of kamer."),
                            "drawing": "door-werkplek",
                            "colour": Theme.clay
                        },
                        {
                            "screen": "events",
                            //: A door on Home: activities to join
                            "word": qsTr("Meedoen"),
                            "sentence": qsTr("Kijk wat er te doen is. Iedereen mag komen."),
                            "drawing": "door-meedoen",
                            "colour": Theme.plum
                        }
                    ]

                    Door {
                        required property var modelData
                        required property int index

                        function step(away: int) {
                            (home.neighbour(index, away) as Door)?.forceActiveFocus(Qt.TabFocusReason);
                        }

                        width: (grid.width - (home.columns - 1) * home.spacing) / home.columns
                        height: Math.max(home.highest(), Math.min(grid.room / home.rows, Theme.unit * 380))
                        word: modelData.word
                        sentence: modelData.sentence
                        drawing: modelData.drawing
                        colour: modelData.colour
                        onPressed: home.go(modelData.screen, {})
                        Keys.onLeftPressed: step(LayoutMirroring.enabled ? 1 : -1)
                        Keys.onRightPressed: step(LayoutMirroring.enabled ? -1 : 1)
                        Keys.onUpPressed: step(-home.columns)
                        Keys.onDownPressed: step(home.columns)
                    }
                }
            }
        }
    }
}
