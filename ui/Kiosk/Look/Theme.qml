pragma Singleton
import QtQuick

// Every colour, letter size, distance and duration. Main.qml sets the four properties that may change.
// Letter and icon sizes are handed to Words and Icon as they stand here; those multiply. Everything else that has to
// grow with the letters is written `Theme.px(n)`.
QtObject {
    id: theme

    // What changes
    property bool high: false
    property bool reduced: false
    property real textScale: 1
    property size window: reference

    // The screen that everything is drawn for
    readonly property size reference: Qt.size(1920, 1080)
    // A larger screen shows the same picture larger; a smaller one keeps its letters and flows
    readonly property real unit: Math.max(1, Math.min(Math.max(window.width, window.height) / reference.width, Math.min(window.width, window.height) / reference.height))
    readonly property real scale: unit * textScale
    // The room there is, measured in letters: text at 200 % asks the same of a layout as a screen of half the width
    readonly property real roomWidth: window.width / scale
    readonly property real roomHeight: window.height / scale
    // The parts of the bar do not fit side by side
    readonly property bool tight: roomWidth < 1680
    // Two columns do not fit side by side
    readonly property bool narrow: roomWidth < 1200

    // Colours
    readonly property color paper: high ? "#000000" : "#FAF6EE"
    readonly property color shade: high ? "#000000" : "#F3ECDE"
    readonly property color card: high ? "#000000" : "#FFFFFF"
    readonly property color cardEdge: high ? "#FFFFFF" : "#E7DFCF"
    readonly property color ink: high ? "#FFFFFF" : "#1B2420"
    readonly property color soft: high ? "#FFFFFF" : "#434E48"
    readonly property color line: high ? "#FFFFFF" : "#D9D2C3"
    readonly property color edge: high ? "#FFFFFF" : "#7A7466"
    // A control that cannot be pressed yet
    readonly property color off: high ? "#B8B8B8" : soft
    readonly property color offEdge: high ? "#767676" : line
    readonly property color wood: high ? "#FFFFFF" : "#B08A57"
    readonly property color woodLight: high ? "#000000" : "#D8BC8E"
    readonly property color woodShade: high ? "#000000" : "#E6DAC4"
    readonly property color green: high ? "#7CF5B3" : "#1A5F3D"
    readonly property color blue: high ? "#8CC8FF" : "#1D5787"
    readonly property color clay: high ? "#FFB38A" : "#8A3D1D"
    readonly property color plum: high ? "#F2A6EC" : "#70346B"
    readonly property color sun: high ? "#FFE14D" : "#F2C230"
    readonly property color bill: high ? "#FFB38A" : "#C4552B"
    readonly property color alarm: high ? "#FF9C99" : "#A3201D"
    readonly property color greenTint: high ? "#000000" : "#E6F0E9"
    readonly property color blueTint: high ? "#000000" : "#E4EDF5"
    readonly property color clayTint: high ? "#000000" : "#F8E9E0"
    readonly property color plumTint: high ? "#000000" : "#F3E8F2"
    readonly property color sunTint: high ? "#000000" : "#FDF3D3"
    readonly property color alarmTint: high ? "#000000" : "#FBE9E8"
    // What a found word stands on
    readonly property color mark: high ? "#000000" : "#FBE6A2"
    readonly property color overColour: high ? "#000000" : "#FFFFFF"
    readonly property color overSun: "#1B2420"
    // On a drawn cover: letters, the fold of the back
    readonly property color coverInk: "#FFFFFF"
    readonly property color coverFold: "#38000000"
    // The two bands over a spine
    readonly property color band: high ? "#000000" : "#80FFFFFF"
    // The two lines around the sun of a focus ring
    readonly property color ringLine: high ? "#000000" : ink
    // What lies behind a sheet
    readonly property color veil: high ? "#B3000000" : "#8C1B2420"

    // A code for cameras: dark on light always
    readonly property color codeDark: "#000000"
    readonly property color codeLight: "#FFFFFF"
    // A drawn floor
    readonly property color planGround: high ? "#000000" : "#FBF8F2"
    readonly property color planRoom: high ? "#000000" : "#F5EFE3"
    readonly property color planWall: high ? "#FFFFFF" : "#8C8474"
    readonly property color planTable: high ? "#000000" : "#EBD9B8"
    readonly property color planGlass: high ? "#8CC8FF" : "#CFE0EE"
    readonly property color planLeaf: high ? "#000000" : "#A9CBB7"
    readonly property color planLeafEdge: high ? "#7CF5B3" : "#6D9B80"
    readonly property color planMonitor: high ? "#FFFFFF" : "#8A6A3B"
    readonly property color seatTaken: high ? "#000000" : "#CFC6B4"
    readonly property color seatBite: high ? "#1C5236" : "#BBD9C7"

    // Letters
    readonly property string latin: "Atkinson Hyperlegible Next"
    readonly property string arabic: "Noto Sans Arabic"
    readonly property string cyrillic: "Noto Sans"
    readonly property int seat: 18
    readonly property int small: 20
    readonly property int row: 22
    readonly property int body: 24
    readonly property int lead: 28
    readonly property int section: 34
    readonly property int task: 42
    readonly property int page: 48
    readonly property int home: 56
    readonly property int message: 80
    readonly property int start: 92
    // The widest that prose may run: about 66 characters
    readonly property real prose: px(760)

    // Distances
    readonly property real margin: Math.round(unit * (window.width / unit >= 1680 ? 96 : window.width / unit >= 1040 ? 56 : 32))
    readonly property real gap: Math.round(unit * (tight ? 24 : 32))
    readonly property real between: Math.round(unit * 16)
    readonly property real corner: Math.round(unit * 16)
    readonly property real touch: box(64)
    readonly property real press: box(72)
    readonly property real bar: box(88)
    readonly property real plank: box(112)
    readonly property real board: high ? 3 : 9
    readonly property real dash: Math.round(unit * 7)
    readonly property real paperCorner: Math.round(unit * 8)
    readonly property real hairline: high ? 3 : 1
    readonly property real border: high ? 3 : 2

    // Motion, in milliseconds
    readonly property int enter: reduced ? 0 : 160
    readonly property int leave: reduced ? 0 : 100
    readonly property int breath: reduced ? 0 : 4000

    // How much of a larger text scale a heading takes: it is large already
    readonly property real calm: 0.4 + 0.6 / textScale

    function px(size: real): real {
        return Math.round(size * scale);
    }
    // For what lies around letters: it grows less than they do
    function box(size: real): real {
        return Math.round(size * unit * (0.6 + 0.4 * textScale));
    }
    // The tint that text of this colour stands on
    function tint(colour: color): color {
        const tints = [[green, greenTint], [blue, blueTint], [clay, clayTint], [plum, plumTint], [sun, sunTint], [alarm, alarmTint]];
        const found = tints.find(pair => Qt.colorEqual(pair[0], colour));
        return found ? found[1] : shade;
    }
    // The face that has the letters of this text
    function faceOf(text: string): string {
        if (/[\u0600-\u06FF\u0750-\u077F]/.test(text))
            return arabic;
        return /[\u0400-\u04FF]/.test(text) ? cyrillic : latin;
    }
}
