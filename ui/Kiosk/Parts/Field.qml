pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Look

// A line to type on. `label` is what a screen reader calls it; `hint` stands in it while it is empty. A `secret` is
// shown as dots, and no screen reader says its letters.
FocusScope {
    id: field

    property alias text: input.text
    property alias maximumLength: input.maximumLength
    property alias validator: input.validator
    property alias inputMethodHints: input.inputMethodHints
    property string label
    property string hint
    property string icon
    property color iconInk: Theme.blue
    property bool secret: false
    property bool clears: true
    property real size: 36 * Theme.calm

    // The visitor typed; not said when the text is set from outside
    signal edited
    signal accepted

    function clear() {
        input.clear();
        input.forceActiveFocus();
        edited();
    }

    // Letters typed elsewhere
    function append(letters: string) {
        input.forceActiveFocus(Qt.OtherFocusReason);
        input.insert(input.length, letters);
        edited();
    }

    implicitHeight: Theme.px(size + 48)
    implicitWidth: Theme.px(480)
    activeFocusOnTab: false
    // Qt withholds the name of a line that holds a secret: then this is its label, and names it
    Accessible.ignored: !secret
    Accessible.role: Accessible.Grouping
    Accessible.name: label
    Component.onCompleted: {
        if (secret)
            input.Accessible.labelledBy = field;
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.corner
        color: Theme.card
        border.width: Theme.border
        border.color: input.activeFocus ? Theme.ink : Theme.edge
    }
    MouseArea {
        anchors.fill: parent
        cursorShape: Qt.IBeamCursor
        onPressed: input.forceActiveFocus(Qt.MouseFocusReason)
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.px(28)
        anchors.rightMargin: Theme.px(12)
        spacing: Theme.px(20)

        Icon {
            name: field.icon
            size: field.size
            ink: field.iconInk
        }
        TextInput {
            id: input

            focus: true
            activeFocusOnTab: true
            clip: true
            color: Theme.ink
            selectionColor: Theme.blue
            selectedTextColor: Theme.overColour
            selectByMouse: true
            font.family: Theme.faceOf(text)
            font.pixelSize: Theme.px(field.size)
            verticalAlignment: TextInput.AlignVCenter
            // An empty line starts where reading starts; a typed one follows its own script
            horizontalAlignment: text === "" && field.LayoutMirroring.enabled ? TextInput.AlignLeft : undefined
            echoMode: field.secret ? TextInput.Password : TextInput.Normal
            passwordMaskDelay: 0
            Accessible.role: Accessible.EditableText
            Accessible.name: field.label
            Accessible.passwordEdit: field.secret
            Layout.fillWidth: true
            Layout.fillHeight: true
            onTextEdited: field.edited()
            onAccepted: field.accepted()

            cursorDelegate: Rectangle {
                width: Theme.px(3)
                color: Theme.ink
                visible: input.cursorVisible
            }

            Words {
                visible: input.text === ""
                anchors.fill: parent
                verticalAlignment: Text.AlignVCenter
                text: field.hint
                size: field.size
                color: Theme.soft
                single: true
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
        Press {
            visible: field.clears && input.text !== ""
            //: Button that empties a line one typed on
            text: qsTr("Wissen")
            icon: "x"
            role: "quiet"
            implicitHeight: Theme.touch
            onPressed: field.clear()
        }
    }
    Ring {
        visible: input.activeFocus
    }
}
