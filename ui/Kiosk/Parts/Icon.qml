import QtQuick
import Kiosk.Look

// An icon of the family, beside or above its word. `flips`: it points, so it turns round when reading goes leftward.
Image {
    id: icon

    property string name
    property real size: 28
    property color ink: Theme.ink
    property real stroke: 2
    property bool flips: ["arrow-left", "arrow-right", "chevron-left", "chevron-right", "log-out", "delete"].includes(name)

    readonly property int side: Theme.px(size)

    visible: name !== ""
    // Not `visible`, which is also false under a hidden parent
    width: name !== "" ? side : 0
    height: side
    sourceSize: Qt.size(side, side)
    source: name ? "image://icon/" + name + "/" + ink.toString().substring(1) + "/" + stroke : ""
    mirror: flips && LayoutMirroring.enabled
    Accessible.ignored: true
}
