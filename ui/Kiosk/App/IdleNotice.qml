import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// Nobody has touched anything for a while. Any touch or key goes on; it presses nothing else (screen/turn.py).
Sheet {
    id: notice

    required property Turn turn

    //: Asked after some time without a touch
    title: qsTr("Bent u er nog?")
    wide: 760
    firstFocus: stay
    onClosed: turn.stay()
    foot: Press {
        id: stay

        role: "main"
        text: qsTr("Ja, ik ga verder")
        icon: "check"
        onPressed: notice.turn.stay()
    }

    RowLayout {
        spacing: Theme.px(32)
        Layout.fillWidth: true

        Stork {
            pose: "think"
            tall: 180
            visible: !Theme.narrow
        }
        Words {
            text: qsTr("Over %n seconde(n) wis ik alles wat u hier deed.", "", notice.turn.seconds)
            size: Theme.lead
            Layout.fillWidth: true
        }
    }
}
