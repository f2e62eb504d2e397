import QtQuick
import Kiosk.Look

// One of our drawings, kept in proportion within its width and height; in high contrast its colours are exchanged.
Image {
    id: drawing

    property string name

    sourceSize: Qt.size(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)))
    fillMode: Image.PreserveAspectFit
    source: name && width > 0 && height > 0 ? "image://drawing/" + name + (Theme.high ? "/high" : "") : ""
    Accessible.ignored: true
}
