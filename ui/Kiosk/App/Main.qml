import QtQuick
import Kiosk.Look

// The window. Start is painted before anything else is there; `backend` comes after the first frame (screen/app.py),
// and with it the rest of the house.
Window {
    id: window

    // In a window that anybody may close
    required property bool free
    // Display of Kiosk.Core; by name alone, so that Start needs none of the Python types
    required property var display

    property var backend: null
    // Staff have opened the door
    property bool released: false

    visible: true
    width: Theme.reference.width
    height: Theme.reference.height
    minimumWidth: 800
    minimumHeight: 600
    visibility: free ? Window.Windowed : Window.FullScreen
    flags: free ? Qt.Window : Qt.Window | Qt.FramelessWindowHint
    title: "Wegwijs"
    color: Theme.paper
    onClosing: close => close.accepted = free || released
    onBackendChanged: house.setSource(Qt.resolvedUrl("House.qml"), {
        "backend": backend,
        "start": start
    })

    Binding {
        target: Theme
        property: "window"
        value: Qt.size(window.width, window.height)
    }

    Binding {
        target: Theme
        property: "high"
        value: window.display.theme === "high"
    }
    Binding {
        target: Theme
        property: "textScale"
        value: window.display.scale
    }
    Binding {
        target: Theme
        property: "reduced"
        value: !window.display.motion
    }
    Binding {
        target: Say
        property: "locale"
        value: window.display.locale
    }

    Item {
        anchors.fill: parent
        LayoutMirroring.enabled: Say.rightToLeft
        LayoutMirroring.childrenInherit: true

        StartScreen {
            id: start

            anchors.fill: parent
            languages: window.display.languages
        }
        Loader {
            id: house

            anchors.fill: parent
        }
    }
    Binding {
        target: window
        property: "released"
        value: window.backend?.staff.inside ?? false
    }
}
