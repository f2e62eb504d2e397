import QtQuick
import Kiosk.Look

// Text. `size` is a letter size of Theme and is multiplied here. The face follows the script of the text.
Text {
    id: words

    property real size: Theme.body
    property bool strong: false
    property bool bold: false
    // Said as a heading by a screen reader
    property bool heading: false
    // One line of a control: its box is as high as its letters
    property bool single: false

    readonly property string face: Theme.faceOf(text)

    color: Theme.ink
    font.family: face
    font.pixelSize: Math.max(1, Theme.px(size))
    // Noto has no SemiBold
    font.weight: bold || strong && face !== Theme.latin ? Font.Bold : strong ? Font.DemiBold : Font.Normal
    font.hintingPreference: Font.PreferNoHinting
    wrapMode: single ? Text.NoWrap : Text.Wrap
    // QML multiplies the font's own spacing: 1.3 for Atkinson, 2.1 for Noto Sans Arabic
    lineHeight: single ? 1 : face === Theme.arabic ? 0.86 : size >= Theme.section ? 0.94 : 1.1
    horizontalAlignment: Text.AlignLeft
    textFormat: Text.PlainText
    linkColor: color
    Accessible.role: heading ? Accessible.Heading : Accessible.StaticText
    Accessible.name: text
}
