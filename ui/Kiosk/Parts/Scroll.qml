import QtQuick
import Kiosk.Look

// Longer than its room: by finger, wheel, keys (Page up, Page down, Home, End) and a bar that shows there is more.
// Its content is as wide as itself less `barRoom`; whatever gets focus inside is brought into sight.
Flickable {
    id: scroll

    default property alias content: inside.data
    // Room that a focus ring needs at the edges
    property real air: Theme.between
    // Kept free at the end for the bar, also while there is none: else text would wrap anew when it appears
    property real barRoom: Theme.px(28)

    readonly property bool longer: contentHeight > height + 1
    readonly property real step: height * 0.85
    // Nobody has scrolled yet: then it goes on following the focus while things find their places
    property bool untouched: true

    function to(y: real) {
        contentY = Math.max(0, Math.min(contentHeight - height, y));
    }
    // Bring this item, which lies inside, into sight
    function reveal(item: Item) {
        const top = item.mapToItem(inside, 0, 0).y + inside.y - air, bottom = top + item.height + 2 * air;
        if (top < contentY)
            to(top);
        else if (bottom > contentY + height)
            to(Math.min(top, bottom - height));
    }
    function follow() {
        const item = scroll.Window.window?.activeFocusItem;
        if (item && holds(item))
            reveal(item);
    }
    function settle() {
        if (!untouched)
            return;
        contentY = 0;
        Qt.callLater(follow);
    }
    function holds(item: Item): bool {
        for (let up = item; up; up = up.parent)
            if (up === inside)
                return true;
        return false;
    }

    clip: true
    contentWidth: width
    contentHeight: inside.implicitHeight + 2 * air
    boundsBehavior: Flickable.StopAtBounds
    interactive: longer
    onMovementStarted: untouched = false
    onContentHeightChanged: settle()
    onHeightChanged: settle()
    Keys.onPressed: event => {
        const places = {
            [Qt.Key_PageDown]: contentY + step,
            [Qt.Key_PageUp]: contentY - step,
            [Qt.Key_Home]: 0,
            [Qt.Key_End]: contentHeight
        };
        if (!longer || !(event.key in places))
            return;
        event.accepted = true;
        untouched = false;
        to(places[event.key]);
    }

    Item {
        id: inside

        y: scroll.air
        width: scroll.width - scroll.barRoom
        implicitHeight: childrenRect.height
        x: scroll.LayoutMirroring.enabled ? scroll.barRoom : 0
    }
    Connections {
        target: scroll.Window.window

        function onActiveFocusItemChanged() {
            // Once everything has its place
            Qt.callLater(scroll.follow);
        }
    }
    Rectangle {
        id: track

        parent: scroll
        visible: scroll.longer
        z: 5
        width: Theme.px(12)
        height: scroll.height
        x: scroll.LayoutMirroring.enabled ? 0 : scroll.width - width
        radius: width / 2
        color: Theme.shade
        border.width: Theme.high ? 2 : 0
        border.color: Theme.edge
        Accessible.ignored: true

        Rectangle {
            width: parent.width
            radius: width / 2
            color: Theme.edge
            height: Math.max(Theme.touch, scroll.visibleArea.heightRatio * track.height)
            y: Math.min(1, scroll.contentY / Math.max(1, scroll.contentHeight - scroll.height)) * (track.height - height)
        }
        MouseArea {
            function slide(y: real) {
                scroll.untouched = false;
                scroll.to((y / track.height) * scroll.contentHeight - scroll.height / 2);
            }

            anchors.fill: parent
            anchors.margins: -Theme.px(8)
            preventStealing: true
            onPressed: mouse => slide(mouse.y)
            onPositionChanged: mouse => slide(mouse.y)
        }
    }
}
