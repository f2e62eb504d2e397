pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// A page of the web, taken along on a phone: this computer does not open it.
Sheet {
    id: sheet

    required property Shortlist shortlist
    required property string address
    required property string then

    wide: 760
    firstFocus: done
    Component.onCompleted: shortlist.draw(address)

    TakeAlong {
        drawn: sheet.shortlist.code
        room: Math.min(Theme.px(400), 0.38 * sheet.height)
        tone: Theme.blue
        then: sheet.then
        Layout.fillWidth: true
    }
    Words {
        // For who has no camera; a long one nobody types
        visible: sheet.address.length <= 60
        text: sheet.address
        size: Theme.row
        color: Theme.soft
        wrapMode: Text.WrapAnywhere
        Layout.fillWidth: true
    }
    foot: Press {
        id: done

        text: qsTr("Klaar")
        icon: "check"
        role: "main"
        onPressed: sheet.closed()
    }
}
