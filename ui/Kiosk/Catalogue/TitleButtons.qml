pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Look
import Kiosk.Parts

// What one can do with a title besides taking it from its shelf: read it online, reserve it, see more of its author.
ColumnLayout {
    id: buttons

    // A title as the view-model's `opened`, or {}
    required property var about

    readonly property string maker: about.makers ? about.makers[0] ?? "" : ""
    readonly property var links: about.links ?? []
    readonly property bool listened: ["eaudiobook", "audiobook", "music"].includes(about.kind)

    signal searched(string name)
    signal carried(url file, var needs)

    spacing: Theme.px(16)

    Repeater {
        // A page of contents is no second book
        model: buttons.links.slice(0, 2)

        Press {
            required property var modelData

            icon: buttons.listened ? "circle-play" : "globe"
            //: Buttons that show a code for a phone, to read or hear a title online
            text: buttons.listened ? qsTr("Luister online") : qsTr("Lees online")
            size: Theme.row
            Layout.fillWidth: true
            onPressed: buttons.carried(Qt.resolvedUrl("PhoneSheet.qml"), {
                "title": text,
                "text": modelData.text,
                "address": modelData.url,
                //: Reading a code with a phone, third step
                "then": buttons.listened ? qsTr("Tik op uw telefoon. Dan kunt u luisteren.") : qsTr("Tik op uw telefoon. Dan kunt u lezen.")
            })
        }
    }
    Press {
        visible: (buttons.about.page ?? "") !== ""
        icon: "qr-code"
        //: Button that shows a code for a phone, to the library's own page of a title
        text: qsTr("Reserveer of verleng")
        size: Theme.row
        Layout.fillWidth: true
        onPressed: buttons.carried(Qt.resolvedUrl("PhoneSheet.qml"), {
            "title": text,
            "text": qsTr("Dat doet u op de website van de bibliotheek, met uw pas."),
            "address": buttons.about.page,
            //: Reading a code with a phone, third step
            "then": qsTr("Tik op uw telefoon. Dan opent de website.")
        })
    }
    Press {
        visible: buttons.maker !== ""
        icon: "search"
        //: Button that searches for everything by one author; %1 is the name
        text: qsTr("Meer van %1").arg(buttons.maker)
        size: Theme.row
        Layout.fillWidth: true
        onPressed: buttons.searched(buttons.maker)
    }
}
