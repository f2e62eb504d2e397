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

    // Large letters grow less: they are large already
    readonly property real calm: 0.4 + 0.6 / Theme.textScale
    // The clock and the languages stand beside the name, small, or below it
    readonly property bool small: Theme.roomWidth < 1500
    readonly property bool stacked: Theme.roomWidth < 980 || height > width
    readonly property real cityRoom: plank.y - top.y - top.height
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
                        size: Theme.start * start.calm * Math.min(1, Theme.roomWidth / 1200)
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
                        size: (start.small ? 64 : 120) * start.calm
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
            Drawing {
                id: city

                // As wide as the screen; wider where the screen stands upright, narrower where there is little height
                readonly property real tall: Math.min(2 * page.width, start.cityRoom * 0.6 * 4.8)
                readonly property real across: Math.min(Math.max(page.width, tall), (start.cityRoom + Theme.px(start.small ? -8 : 70)) * 4.8)

                visible: start.cityRoom > Theme.unit * 60
                // Drawn once, at the width it has in the end: its height is only known after the layout
                readonly property int drawn: page.width * (page.height > page.width ? 2 : 1)

                name: visible ? "skyline" : ""
                sourceSize: Qt.size(drawn, Math.round(drawn / 4.8))
                width: Math.round(across)
                height: Math.round(across / 4.8)
                x: LayoutMirroring.enabled ? 0 : page.width - width
                y: plank.y - height
                mirror: LayoutMirroring.enabled
                z: -1
            }
            Drawing {
                id: stork

                readonly property real part: city.width / 1920
                // A breath of two pixels, in steps of one: nothing is drawn in between
                property int breath: 0

                visible: city.visible
                name: visible ? "stork-asleep" : ""
                width: Math.round(134 * part)
                height: Math.round(176 * part)
                x: LayoutMirroring.enabled ? city.width - Math.round(1462 * part) - width : city.x + Math.round(1462 * part)
                mirror: LayoutMirroring.enabled
                y: plank.y - Math.round(365 * part) - [0, 1, 2, 1][breath]

                Timer {
                    interval: Math.max(1, Theme.breath / 4)
                    repeat: true
                    running: Theme.breath > 0 && stork.visible
                    onTriggered: stork.breath = (stork.breath + 1) % 4
                }
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
