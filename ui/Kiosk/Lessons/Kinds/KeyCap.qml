import QtQuick
import Kiosk.Look
import Kiosk.Parts

// One key of the drawn keyboard. `lit`: press me; `down`: it waits for the next key.
Pressable {
    id: cap

    property string deed
    property string word
    property string above
    property bool lit: false
    property bool down: false
    property bool marked: false
    // Too small to press
    property bool pictured: false

    readonly property bool inert: ["Tab", "Caps", "Ctrl", "Alt", "AltGr"].includes(deed)
    readonly property bool letter: deed.length === 1 && deed !== " "
    readonly property string icon: ({
            "Backspace": "delete",
            "Enter": "corner-down-left",
            "Shift": "arrow-big-up",
            "Left": "arrow-left",
            "Right": "arrow-right",
            "Up": "arrow-up",
            "Down": "arrow-down"
        })[deed] ?? ""
    readonly property color words: lit ? Theme.overSun : inert ? Theme.off : Theme.ink
    // Letters keep to their key, also where all text is larger
    readonly property real size: height * 0.38 / Theme.scale

    says: word
    off: inert || pictured
    enabled: !pictured
    ringed: false
    activeFocusOnTab: false
    z: marked ? 2 : lit ? 1 : 0

    Rectangle {
        id: face

        anchors.fill: parent
        anchors.margins: Math.max(2, cap.height * 0.04)
        radius: height * 0.16
        color: cap.lit ? Theme.sun : cap.held ? Theme.shade : cap.down ? Theme.blueTint : cap.inert ? Theme.shade : Theme.card
        border.width: cap.lit || cap.down ? 3 : cap.pictured ? Theme.hairline : 2
        border.color: cap.lit ? Theme.overSun : cap.down ? Theme.blue : cap.inert || cap.pictured ? Theme.line : Theme.edge
    }
    Words {
        visible: cap.letter
        text: cap.deed.toUpperCase()
        size: cap.size
        strong: true
        single: true
        color: cap.words
        anchors.centerIn: face
        anchors.verticalCenterOffset: cap.above ? face.height * 0.16 : 0
        Accessible.ignored: true
    }
    Words {
        visible: cap.above !== ""
        text: cap.above
        size: cap.size * 0.72
        strong: cap.lit
        single: true
        color: cap.words
        anchors.horizontalCenter: face.horizontalCenter
        y: face.y + face.height * 0.06
        Accessible.ignored: true
    }
    Row {
        visible: !cap.letter
        anchors.centerIn: face
        spacing: cap.height * 0.08

        Icon {
            name: cap.icon
            size: cap.size
            ink: cap.words
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            visible: !["Left", "Right", "Up", "Down"].includes(cap.deed)
            text: cap.word
            size: cap.size * 0.7
            strong: cap.lit
            single: true
            color: cap.words
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
    }
    Ring {
        visible: cap.marked
        radius: face.radius
    }
}
