import QtQuick
import QtQuick.Layouts
import Kiosk.Look
import Kiosk.Parts

// A message, search result or page, drawn as what it is. An address always reads from left to right.
Rectangle {
    id: message

    // {look, from, address, subject, text}, or null
    property var given: null
    property string second
    // Without an edge of its own, inside an option
    property bool bare: false

    readonly property string look: given?.look ?? ""
    readonly property string sender: Say.words(given?.from)
    readonly property string subject: Say.words(given?.subject)
    readonly property string body: Say.words(given?.text)
    // All of it together in the second language
    readonly property var also: ({
            [second]: [given?.from, given?.subject, given?.text].map(words => words?.[second] ?? "").filter(words => words !== "").join("\n")
        })
    readonly property string said: [sender, given?.address ?? "", subject, body].map(sentence).join(" ").trim()
    readonly property bool framed: ["mail", "site"].includes(look)
    readonly property color tone: ({
            "mail": Theme.blue,
            "sms": Theme.green,
            "site": Theme.plum
        })[look] ?? Theme.blue
    readonly property string icon: ({
            "mail": "mail",
            "sms": "message-square",
            "site": "globe",
            "result": "globe"
        })[look] ?? ""

    // So that a screen reader rests where the layout does
    function sentence(text: string): string {
        return text === "" || /[.!?؟]$/.test(text) ? text : text + ".";
    }

    implicitHeight: column.implicitHeight + (bare ? 0 : Theme.px(40))
    radius: Theme.corner
    color: bare ? "transparent" : look === "sms" ? Theme.blueTint : Theme.card
    border.width: bare ? 0 : Theme.border
    border.color: Theme.line
    Accessible.role: Accessible.StaticText
    Accessible.name: said
    Accessible.ignored: bare

    ColumnLayout {
        id: column

        y: message.bare ? 0 : Theme.px(20)
        x: message.bare ? 0 : Theme.px(24)
        width: parent.width - 2 * x
        spacing: Theme.px(8)

        RowLayout {
            spacing: Theme.px(16)
            Layout.fillWidth: true

            Rectangle {
                implicitWidth: Theme.px(message.bare ? 40 : 52)
                implicitHeight: implicitWidth
                radius: width / 2
                color: message.bare ? Theme.tint(message.tone) : message.tone
                border.width: Theme.high ? 2 : 0
                border.color: message.tone

                Icon {
                    name: message.icon
                    size: message.bare ? 24 : 28
                    ink: message.bare ? message.tone : Theme.overColour
                    anchors.centerIn: parent
                }
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true

                Words {
                    visible: text !== ""
                    text: message.sender
                    size: message.bare ? Theme.small : Theme.row
                    strong: true
                    Accessible.ignored: true
                    Layout.fillWidth: true
                }
                Words {
                    visible: text !== ""
                    // An embedding from left to right (Unicode, UAX 9)
                    text: message.given?.address ? "\u2066" + message.given.address + "\u2069" : ""
                    size: Theme.small
                    color: Theme.soft
                    wrapMode: Text.WrapAnywhere
                    Accessible.ignored: true
                    Layout.fillWidth: true
                }
            }
        }
        Rectangle {
            visible: message.framed
            implicitHeight: Theme.hairline
            color: Theme.line
            Layout.fillWidth: true
            Layout.topMargin: Theme.px(4)
            Layout.bottomMargin: Theme.px(4)
        }
        Words {
            visible: text !== ""
            text: message.subject
            size: message.bare ? Theme.lead - 2 : Theme.lead
            bold: true
            color: message.look === "result" ? Theme.blue : Theme.ink
            Accessible.ignored: true
            Layout.fillWidth: true
        }
        Words {
            visible: text !== ""
            text: message.body
            size: message.bare ? Theme.row : Theme.body
            Accessible.ignored: true
            Layout.fillWidth: true
        }
        SecondWords {
            words: message.also
            language: message.second
            size: Theme.small
            Accessible.ignored: true
            Layout.fillWidth: true
        }
    }
}
