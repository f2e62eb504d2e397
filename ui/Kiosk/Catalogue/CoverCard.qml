import QtQuick
import Kiosk.Look
import Kiosk.Parts

// A title in a row of covers: its cover, its name, and what kind it is.
Pressable {
    id: card

    required property string titleId
    required property string name
    required property var authors
    required property int year
    required property string kind
    required property bool easy
    required property string language
    required property string place
    required property string cover
    // Beside editions of the same work a kind and a year say more than the name
    property bool edition: false

    readonly property string word: Kinds.word(kind, easy)
    readonly property string more: edition ? [language ? Say.language(language) : "", year ? year.toString() : ""].filter(part => part).join(Say.comma) : authors[0] ?? ""

    // What two or three lines hold; a screen reader says the whole
    function brief(text: string, most: int): string {
        return text.length <= most ? text : text.slice(0, most).replace(/[\s,.;:]+\S*$/, "") + "…";
    }

    says: [edition ? word : name, more, edition ? "" : word].filter(part => part).join(Say.comma)
    accessibleRole: Accessible.ListItem
    implicitWidth: Theme.px(176)
    implicitHeight: words.y + words.height

    Cover {
        id: front

        picture: card.cover
        width: Theme.px(144)
        height: Theme.px(192)
        title: card.name
        author: card.authors[0] ?? ""
        colour: Kinds.colour(card.kind)
        icon: Kinds.icon(card.kind, card.easy)
        size: 15
        anchors.left: parent.left
    }
    Column {
        id: words

        spacing: Theme.px(2)
        anchors {
            top: front.bottom
            left: parent.left
            right: parent.right
            topMargin: Theme.px(18)
        }

        Words {
            width: parent.width
            text: card.edition ? card.word : card.brief(card.name, 40)
            size: Theme.small
            strong: true
            Accessible.ignored: true
        }
        Words {
            visible: text !== ""
            width: parent.width
            text: card.brief(card.more, 24)
            size: Theme.small
            color: Theme.soft
            Accessible.ignored: true
        }
    }
}
