pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// Shows the step in a second language too: one button, and behind it the languages this lesson has.
Column {
    id: second

    required property Player player

    property bool open: false
    // Beside another button
    property bool brief: false
    readonly property var others: player.languages.filter(language => language !== Say.locale)

    function choose(language: string) {
        player.showAlso(language);
        open = false;
        button.forceActiveFocus(Qt.TabFocusReason);
    }

    visible: others.length > 0
    spacing: Theme.between

    Press {
        id: button

        width: parent.width
        icon: "languages"
        //: Button, short: show this in a second language too
        text: second.player.second ? qsTr("Toon alleen in één taal") : second.brief ? qsTr("Andere taal") : qsTr("Toon ook in een andere taal")
        onPressed: {
            if (second.player.second)
                second.choose("");
            else
                second.open = !second.open;
        }
    }
    Flow {
        visible: second.open
        width: parent.width
        spacing: Theme.between
        Accessible.role: Accessible.Grouping
        Accessible.name: button.text

        Repeater {
            model: second.open ? second.others : []

            Press {
                required property string modelData

                text: Say.ownNames[modelData] ?? modelData
                onPressed: second.choose(modelData)
            }
        }
    }
}
