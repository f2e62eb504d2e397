import QtQuick
import QtQuick.Shapes
import Kiosk.Look

// A QR code, dark on light in every theme (phones expect it so), with the quiet zone of four modules that ISO/IEC 18004
// asks for. Every module is a whole number of pixels, or phones would see seams.
Rectangle {
    id: code

    // {size, path} of screen/qr.py
    required property var drawn
    // As wide as it may become
    property real room: Theme.px(420)

    readonly property int modules: (drawn.size ?? 0) + 8
    readonly property int module: Math.max(2, Math.floor(room / modules))

    implicitWidth: module * modules
    implicitHeight: implicitWidth
    color: Theme.codeLight
    radius: Theme.px(8)
    Accessible.role: Accessible.Graphic
    //: What a screen reader says for the code
    Accessible.name: qsTr("Een code voor de camera van uw telefoon")

    // A layer, since the software renderer paints a Shape that was scrolled out of sight over whatever lies there; and
    // opaque, since it does not wipe a layer
    Rectangle {
        anchors.fill: parent
        anchors.margins: 3 * code.module
        color: code.color
        layer.enabled: true
        layer.smooth: false

        Shape {
            x: code.module
            y: x
            antialiasing: false
            transform: Scale {
                xScale: code.module
                yScale: code.module
            }

            ShapePath {
                fillColor: Theme.codeDark
                strokeWidth: -1

                PathSvg {
                    path: code.drawn.path ?? ""
                }
            }
        }
    }
}
