pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// The receipt: what the visitor left is gone, and only once the agent has said so.
FocusScope {
    id: end

    required property Turn turn
    required property string branchName

    readonly property bool sure: turn.wipe === "done"
    readonly property bool wrong: turn.wipe === "left" || turn.wipe === "silent"
    readonly property bool stacked: Theme.roomWidth < 1300
    readonly property bool low: Theme.roomHeight < 900
    readonly property bool birdFits: !stacked && width - slip.x - slip.width > Theme.unit * 360

    function headline(): string {
        if (sure)
            return qsTr("Uw sporen zijn gewist");
        return wrong ? qsTr("Ik kan niet zien of alles weg is") : qsTr("Ik wis uw sporen");
    }
    function meaning(): string {
        return wrong ? qsTr("Vraag een medewerker om te kijken.") : qsTr("De volgende bezoeker ziet niets van u.");
    }

    focus: true
    Accessible.role: Accessible.Pane
    Accessible.name: title.text
    Keys.onEscapePressed: turn.clear()
    Component.onCompleted: begin.forceActiveFocus(Qt.TabFocusReason)

    Drawing {
        name: "skyline"
        // Behind the slip, but never behind words
        visible: (end.stacked ? slip.y + slip.height : words.y + words.height) < y + height * 0.5
        width: parent.width
        height: Math.min(width / 4.8, page.height * 0.5)
        anchors.bottom: plank.top
    }
    Scroll {
        id: page

        air: 0
        barRoom: 0
        anchors {
            left: parent.left
            right: parent.right
            top: parent.top
            bottom: plank.top
        }

        Item {
            width: parent.width
            implicitHeight: end.stacked ? slip.y + slip.height + Theme.box(24) : Math.max(page.height, slip.implicitHeight + Theme.px(72))

            ColumnLayout {
                id: words

                x: end.LayoutMirroring.enabled ? parent.width - width - Theme.margin : Theme.margin
                y: Theme.box(end.low ? 28 : 64)
                width: end.stacked ? parent.width - 2 * Theme.margin : Math.min(Theme.unit * 600, parent.width * 0.36)
                spacing: Theme.box(end.low ? 12 : 24)

                Words {
                    text: "Wegwijs"
                    size: Theme.lead
                    bold: true
                    color: Theme.green
                }
                Words {
                    id: title

                    text: end.headline()
                    size: Math.min(Theme.start, Theme.roomWidth / 17) * Theme.calm
                    bold: true
                    heading: true
                    color: end.wrong ? Theme.alarm : Theme.ink
                    Layout.fillWidth: true
                }
                RowLayout {
                    spacing: Theme.px(16)

                    Icon {
                        name: end.wrong ? "triangle-alert" : ""
                        size: 40
                        ink: Theme.alarm
                    }
                    Words {
                        text: end.meaning()
                        size: Theme.section
                        lineHeight: 1
                        Layout.fillWidth: true
                    }
                }
            }
            Receipt {
                id: slip

                branchName: end.branchName
                sure: end.sure
                traces: end.turn.receipt
                width: end.stacked ? parent.width - 2 * Theme.margin : Math.min(Theme.px(640), parent.width * 0.45)
                height: implicitHeight
                x: end.stacked ? Theme.margin : end.LayoutMirroring.enabled ? words.x - 3 * Theme.gap - width : words.x + words.width + 3 * Theme.gap
                y: end.stacked ? words.y + words.height + Theme.box(end.low ? 24 : 40) : Math.max(Theme.box(72), page.height - height)
            }
            Stork {
                pose: end.wrong ? "think" : "well-done"
                tall: 400
                visible: end.birdFits
                looksBack: true
                x: end.LayoutMirroring.enabled ? Theme.margin : parent.width - width - Theme.margin
                y: parent.height - height
            }
        }
    }
    Plank {
        id: plank

        width: parent.width
        height: foot.implicitHeight + Theme.box(end.low ? 56 : 130)
        anchors.bottom: parent.bottom

        GridLayout {
            id: foot

            columns: Theme.roomWidth < 900 ? 1 : 2
            columnSpacing: Theme.gap
            rowSpacing: Theme.px(16)
            anchors {
                left: parent.left
                right: parent.right
                leftMargin: Theme.margin
                rightMargin: Theme.margin
                verticalCenter: parent.verticalCenter
                verticalCenterOffset: 4
            }

            ColumnLayout {
                spacing: Theme.px(8)

                Words {
                    //: Said to a visitor who is leaving
                    text: qsTr("Tot ziens!")
                    size: Theme.page
                    bold: true
                    Layout.fillWidth: true
                }
                Words {
                    text: qsTr("Dit scherm gaat over %n seconde(n) terug naar het begin.", "", end.turn.seconds)
                    size: Theme.lead
                    color: Theme.soft
                    Layout.fillWidth: true
                }
            }
            Press {
                id: begin

                role: "main"
                text: qsTr("Naar het begin")
                tail: "arrow-right"
                size: 30
                implicitHeight: Theme.box(96)
                onPressed: end.turn.clear()
                Layout.preferredWidth: Math.max(implicitWidth, Theme.box(380))
                Layout.alignment: Qt.AlignRight
            }
        }
    }
}
