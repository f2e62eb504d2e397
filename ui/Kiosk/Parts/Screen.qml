import QtQuick
import Kiosk.Look

// What fills the room between the bar and the plank. The bars read these properties; Screens.qml hears the signals.
FocusScope {
    id: screen

    // For the bar and the screen reader
    property string title
    property color colour: Theme.line
    // People read here, so they are left alone longer
    property bool reading: false

    // The button at the bottom start
    property string backText: qsTr("Terug")
    property string backIcon: "arrow-left"
    // Nobody listens to `backPressed`: then it goes to the screen before
    property bool handlesBack: false

    // The button at the bottom end; without words there is none
    property string mainText
    property string mainIcon
    property string mainTail
    property bool mainEnabled: true
    property bool mainFilled: true
    property bool mainVisible: mainText !== ""
    property color mainColour: Theme.green
    // Quiet words beside it that can be pressed, and soft words that cannot
    property string skipText
    property string note

    property Item firstFocus: null

    signal backPressed
    signal mainPressed
    signal skipPressed
    // Another screen, with what it needs: go("title", {id: "x"})
    signal go(string name, var needs)
    // A sheet over the house: the file, and what it needs
    signal over(url file, var needs)
    signal goBack
    signal goHome

    function back() {
        if (handlesBack)
            backPressed();
        else
            goBack();
    }

    Accessible.role: Accessible.Pane
    Accessible.name: title
}
