pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// The PIN, by keys or by touch. A wrong one says so; after five one waits.
FocusScope {
    id: door

    required property Staff staff

    readonly property bool open: staff.canEnter && staff.wait === 0 && !staff.checking

    function message(): string {
        if (!staff.canEnter)
            return qsTr("Op deze computer is geen pincode ingesteld.");
        if (staff.wait > 0)
            return qsTr("De pincode klopt niet. Wacht %n seconde(n).", "", staff.wait);
        if (staff.checking)
            return qsTr("Ik controleer de pincode.");
        return staff.wrong ? qsTr("De pincode klopt niet. Probeer het nog eens.") : "";
    }
    function enter() {
        staff.enter(pin.text);
        pin.text = "";
    }

    Component.onCompleted: pin.forceActiveFocus(Qt.TabFocusReason)

    Scroll {
        id: scroll

        anchors.fill: parent
        barRoom: 0

        Item {
            width: parent.width
            implicitHeight: Math.max(content.implicitHeight, door.height - 2 * scroll.air)

            GridLayout {
                id: content

                columns: Theme.roomWidth < 900 ? 1 : 2
                columnSpacing: 3 * Theme.gap
                rowSpacing: Theme.px(24)
                width: Math.min(implicitWidth, parent.width - 2 * Theme.margin)
                anchors {
                    horizontalCenter: parent.horizontalCenter
                    verticalCenter: parent.verticalCenter
                }

                ColumnLayout {
                    spacing: Theme.px(20)
                    Layout.preferredWidth: Theme.px(560)
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop

                    Words {
                        text: qsTr("Typ de pincode van het personeel")
                        size: Theme.task * Theme.calm
                        bold: true
                        heading: true
                        Layout.fillWidth: true
                    }
                    Field {
                        id: pin

                        label: qsTr("Pincode van het personeel")
                        icon: "key-round"
                        secret: true
                        clears: false
                        maximumLength: 64
                        inputMethodHints: Qt.ImhDigitsOnly | Qt.ImhHiddenText
                        visible: door.staff.canEnter
                        enabled: door.open
                        onAccepted: door.enter()
                        Layout.fillWidth: true

                        validator: RegularExpressionValidator {
                            regularExpression: /[0-9]*/
                        }
                    }
                    RowLayout {
                        visible: words.text !== ""
                        spacing: Theme.px(12)

                        Icon {
                            name: words.text && !door.staff.checking ? "circle-alert" : ""
                            ink: Theme.alarm
                        }
                        Words {
                            id: words

                            text: door.message()
                            color: door.staff.checking ? Theme.ink : Theme.alarm
                            Layout.fillWidth: true
                            Accessible.role: Accessible.AlertMessage
                        }
                    }
                    Press {
                        visible: door.staff.canEnter
                        role: "main"
                        //: Button that checks the PIN
                        text: qsTr("Ga verder")
                        tail: "arrow-right"
                        off: !door.open || pin.text === ""
                        onPressed: door.enter()
                    }
                }
                NumberPad {
                    visible: door.staff.canEnter
                    off: !door.open
                    onDigit: digit => pin.text += digit
                    onErase: pin.text = pin.text.slice(0, -1)
                    Layout.alignment: Qt.AlignTop
                }
            }
        }
    }
}
