pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Look

// The drawn keyboard: US International, the one most sold in the Netherlands. It lights the next key; its keys can be
// pressed too, Shift and then the letter. Where its keys are smaller than a finger it is a picture, out of which only the
// lit key rises, large enough to press. It is never mirrored.
Item {
    id: keyboard

    property string next
    property bool latched: false
    property bool ringed: false

    // Fifteen keys wide
    readonly property real pitch: width / 15
    readonly property bool pictured: pitch < Theme.touch
    readonly property Item spot: find(wanted)
    // The key to press now: Shift comes before what needs it
    readonly property string wanted: lower(next) !== next && !latched ? "Shift" : lower(next)
    readonly property var above: ({
            "`": "~",
            "1": "!",
            "2": "@",
            "3": "#",
            "4": "$",
            "5": "%",
            "6": "^",
            "7": "&",
            "8": "*",
            "9": "(",
            "0": ")",
            "-": "_",
            "=": "+",
            "[": "{",
            "]": "}",
            "\\": "|",
            ";": ":",
            "'": "\"",
            ",": "<",
            ".": ">",
            "/": "?"
        })
    // What each key gives, and how wide it is if not one; keys that give nothing are only drawn
    readonly property var rows: [[..."`1234567890-=", "Backspace:2"], ["Tab:1.5", ..."qwertyuiop[]", "\\:1.5"], ["Caps:1.75", ..."asdfghjkl;'", "Enter:2.25"], ["Shift:2.25", ..."zxcvbnm,./", "Up:1", "Shift:1.75"], ["Ctrl:1.5", "Alt:1.5", " :7.5", "AltGr:1.5", "Left:1", "Down:1", "Right:1"]]

    signal pressed(string deed)

    // The key that one presses for this, without Shift
    function lower(deed: string): string {
        const found = Object.keys(above).find(key => above[key] === deed);
        return found ?? (deed.length === 1 ? deed.toLowerCase() : deed);
    }
    function nameOf(deed: string): string {
        switch (deed) {
        case " ":
            //: The space bar
            return qsTr("spatie");
        case "Left":
            //: An arrow key
            return qsTr("pijl naar links");
        case "Right":
            return qsTr("pijl naar rechts");
        case "Up":
            return qsTr("pijl omhoog");
        case "Down":
            return qsTr("pijl omlaag");
        default:
            return deed;
        }
    }
    function find(deed: string): Item {
        for (let row = 0; row < all.count; row++) {
            const found = (all.itemAt(row) as KeyRow)?.find(deed) ?? null;
            if (found)
                return found;
        }
        return null;
    }

    component KeyRow: Row {
        id: line

        required property var modelData

        readonly property bool lit: find(keyboard.wanted) !== null && keyboard.next !== ""

        function find(deed: string): Item {
            for (let place = 0; place < caps.count; place++) {
                const cap = (caps.itemAt(place) as Slot)?.cap ?? null;
                if (cap?.deed === deed)
                    return cap;
            }
            return null;
        }

        z: lit ? 1 : 0

        Repeater {
            id: caps

            model: line.modelData

            Slot {}
        }
    }
    component Slot: Item {
        id: slot

        required property string modelData

        readonly property alias cap: cap
        readonly property var parts: modelData.length > 1 ? modelData.split(":") : [modelData, "1"]

        width: keyboard.pitch * Number(parts[1])
        height: keyboard.pitch
        z: cap.z

        KeyCap {
            id: cap

            deed: slot.parts[0]
            word: keyboard.nameOf(deed)
            above: keyboard.above[deed] ?? ""
            anchors.centerIn: parent
            width: lit ? Math.max(slot.width, Theme.touch) : slot.width
            height: lit ? Math.max(slot.height, Theme.touch) : slot.height
            lit: keyboard.next !== "" && deed === keyboard.wanted
            down: deed === "Shift" && keyboard.latched
            marked: keyboard.ringed && lit
            pictured: keyboard.pictured && !lit
            onPressed: keyboard.pressed(deed)
        }
    }

    implicitHeight: pitch * 5
    height: implicitHeight

    Column {
        Repeater {
            id: all

            model: keyboard.rows

            KeyRow {}
        }
    }
}
