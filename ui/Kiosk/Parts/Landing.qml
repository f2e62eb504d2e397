import QtQuick
import Kiosk.Look

// A heading that the focus lands on, where a screen begins with something to read: it is read first, and nothing is
// pressed by mistake. Tab leads on from there, and does not come back.
Words {
    id: landing

    bold: true
    heading: true
    activeFocusOnTab: activeFocus
    Accessible.focusable: true

    Item {
        width: landing.contentWidth
        height: landing.height
        x: landing.LayoutMirroring.enabled ? landing.width - width : 0

        Ring {
            visible: landing.activeFocus
            radius: Theme.corner / 2
            gap: 8
        }
    }
}
