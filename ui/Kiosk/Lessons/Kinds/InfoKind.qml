import QtQuick
import Kiosk.Look
import Kiosk.Parts

// Something to read: a large drawing beside the words.
Kind {
    id: info

    implicitHeight: picture.height + Theme.px(64)

    Drawing {
        id: picture

        name: info.player.do.drawing ?? ""
        width: Math.min(info.width * 0.72, Theme.px(760))
        height: Math.min(width * 220 / 320, Math.max(info.room, Theme.unit * 240))
        anchors.centerIn: parent
    }
}
