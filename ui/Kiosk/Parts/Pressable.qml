pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Look

// Whatever can be pressed: by touch, mouse, Enter, Space or a screen reader. It draws nothing but its focus ring.
Item {
    id: pressable

    // What a screen reader says
    property string says
    property int accessibleRole: Accessible.Button
    property bool off: false
    property real ringRadius: Theme.corner
    property bool ringed: true

    readonly property bool held: touch.pressed || keyHeld
    property bool keyHeld: false

    signal pressed

    function press() {
        if (!off)
            pressed();
    }

    // What has the focus keeps it when it goes off, so that Tab is not lost
    activeFocusOnTab: !off || activeFocus
    Accessible.role: accessibleRole
    Accessible.name: says
    //: Said after the name of a button that does nothing yet
    Accessible.description: off ? qsTr("kan nog niet") : ""
    Accessible.focusable: !off
    Accessible.onPressAction: press()
    Accessible.onToggleAction: press()
    Keys.onPressed: event => {
        if (off || ![Qt.Key_Return, Qt.Key_Enter, Qt.Key_Space].includes(event.key))
            return;
        event.accepted = true;
        if (!event.isAutoRepeat)
            keyHeld = true;
    }
    Keys.onReleased: event => {
        if (!keyHeld || event.isAutoRepeat)
            return;
        event.accepted = true;
        keyHeld = false;
        press();
    }
    onActiveFocusChanged: keyHeld = false

    MouseArea {
        id: touch

        anchors.fill: parent
        enabled: !pressable.off
        onPressed: pressable.forceActiveFocus(Qt.MouseFocusReason)
        onClicked: pressable.press()
    }
    Loader {
        active: pressable.ringed && pressable.activeFocus
        anchors.fill: parent
        sourceComponent: Ring {
            radius: pressable.ringRadius
        }
    }
}
