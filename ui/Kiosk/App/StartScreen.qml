pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Look
import Kiosk.Parts

// Nobody is here. Any touch or key begins; a language begins in that language. Holding the library's name is the
// staff's door, beside Ctrl+Alt+P.
FocusScope {
    id: start

    // ISO 639-1
    required property list<string> languages

    // Known once the replica is read
    property string branchName
    property alias facts: strip.sourceComponent
    // Nobody is at the screen
    property bool here: true

    // The clock and the languages stand beside the name, small, or below it
    readonly property bool small: Theme.roomWidth < 1500
    readonly property bool stacked: Theme.roomWidth < 980 || height > width
    // Keys that lead to something, or are half of a key combination
    readonly property var silentKeys: [Qt.Key_Tab, Qt.Key_Backtab, Qt.Key_Shift, Qt.Key_Control, Qt.Key_Alt, Qt.Key_AltGr, Qt.Key_Meta]

    // In this language, or as it is
    signal begun(string locale)
    signal staffWanted

    function greet() {
        begin.forceActiveFocus(Qt.TabFocusReason);
    }

    focus: here
    visible: here
    Accessible.role: Accessible.Pane
    Accessible.name: name.text
    Keys.onPressed: event => {
        if (silentKeys.includes(event.key) || event.modifiers & (Qt.ControlModifier | Qt.AltModifier | Qt.MetaModifier))
            return;
        event.accepted = true;
        begun("");
    }
    Component.onCompleted: greet()

    MouseArea {
        anchors.fill: parent
        onClicked: start.begun("")
    }

    Scroll {
        id: scroll

        anchors.fill: parent
        air: 0
        barRoom: 0

        Item {
            id: page

            width: parent.width
            implicitHeight: Math.max(start.height, top.y + top.height + Theme.px(40) + plank.height)

            GridLayout {
                id: top

                x: Theme.margin
                y: Theme.box(Theme.roomHeight < 900 ? 36 : 64)
                width: parent.width - 2 * Theme.margin
                columns: start.stacked ? 1 : 2
                columnSpacing: Theme.gap
                rowSpacing: Theme.px(32)

                ColumnLayout {
                    spacing: 0
                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: true

                    Flow {
                        spacing: Theme.px(16)
                        Layout.fillWidth: true

                        Words {
                            text: "Wegwijs"
                            size: Theme.lead
                            bold: true
                            color: Theme.green
                        }
                        Words {
                            text: qsTr("de computer van de bibliotheek")
                            size: Theme.lead
                            color: Theme.soft
                        }
                    }
                    Words {
                        id: name

                        text: start.branchName || " "
                        size: Theme.start * Theme.calm * Math.min(1, Theme.roomWidth / 1200)
                        bold: true
                        heading: true
                        lineHeight: 1
                        Layout.fillWidth: true

                        MouseArea {
                            anchors.fill: parent
                            pressAndHoldInterval: 1500
                            onClicked: start.begun("")
                            onPressAndHold: start.staffWanted()
                        }
                    }
                    Words {
                        text: qsTr("Welkom. Raak het scherm aan, of druk op een toets.")
                        size: Theme.section
                        Layout.topMargin: Theme.px(12)
                        Layout.fillWidth: true
                    }
                    GridLayout {
                        columns: Theme.roomWidth < 760 ? 1 : 2
                        columnSpacing: Theme.px(32)
                        rowSpacing: Theme.px(16)
                        Layout.topMargin: Theme.box(Theme.roomHeight < 900 ? 28 : 58)
                        Layout.fillWidth: true

                        Press {
                            id: begin

                            role: "main"
                            //: The large button on the first screen
                            text: qsTr("Beginnen")
                            icon: "pointer"
                            size: 38
                            implicitHeight: Theme.box(104)
                            onPressed: start.begun("")
                            Layout.preferredWidth: Math.max(implicitWidth, Theme.box(340))
                        }
                        Words {
                            //: Two short promises beside the button: it costs nothing, nothing can break
                            text: qsTr("Gratis. Zonder pas.\nU kunt niets stukmaken.")
                            size: Theme.lead
                            color: Theme.soft
                            Layout.fillWidth: true
                        }
                    }
                }
                ColumnLayout {
                    spacing: Theme.px(4)
                    Layout.alignment: Qt.AlignTop | (start.stacked ? Qt.AlignLeft : Qt.AlignRight)

                    Words {
                        visible: !start.stacked
                        text: Say.time(Say.now)
                        size: (start.small ? 64 : 120) * Theme.calm
                        strong: true
                        single: true
                        lineHeight: 0.9
                        horizontalAlignment: Text.AlignRight
                        Layout.fillWidth: true
                        Layout.topMargin: start.small ? 0 : Theme.px(26)
                    }
                    Words {
                        text: start.stacked ? Say.hour(Say.now) + Say.comma + Say.day(Say.now) : Say.day(Say.now)
                        size: Theme.lead
                        color: Theme.soft
                        horizontalAlignment: start.stacked ? Text.AlignLeft : Text.AlignRight
                        Layout.fillWidth: true
                    }
                    Grid {
                        columns: start.stacked ? Math.max(1, Math.floor(top.width / (Theme.px(176) + Theme.between))) : !start.small ? 3 : languages.count > 4 ? 2 : 1
                        spacing: Theme.between
                        Layout.alignment: start.stacked ? Qt.AlignLeft : Qt.AlignRight
                        Layout.topMargin: Theme.px(12)

                        Repeater {
                            id: languages

                            model: start.languages

                            Press {
                                required property string modelData

                                text: Say.ownNames[modelData] ?? modelData
                                width: Theme.px(176)
                                implicitHeight: Theme.touch
                                onPressed: start.begun(modelData)
                            }
                        }
                    }
                }
            }
            City {
                width: page.width
                height: plank.y
                room: plank.y - top.y - top.height + Theme.px(start.small ? -8 : 70)
                z: -1
            }
            Plank {
                id: plank

                y: page.implicitHeight - height
                width: parent.width
                height: Math.max(strip.height, Theme.box(Theme.tight ? 0 : 240))

                Loader {
                    id: strip

                    width: parent.width
                }
            }
        }
    }
}
