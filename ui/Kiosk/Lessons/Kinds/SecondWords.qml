import QtQuick
import Kiosk.Look
import Kiosk.Parts

// The same words in the visitor's second language, set to the side on which that language begins.
Words {
    property var words: ({})
    property string language

    readonly property bool otherWay: (Theme.faceOf(text) === Theme.arabic) !== Say.rightToLeft

    text: language && language !== Say.locale ? words[language] ?? "" : ""
    visible: text !== ""
    size: Theme.row
    color: Theme.soft
    horizontalAlignment: otherWay ? Text.AlignRight : Text.AlignLeft
}
