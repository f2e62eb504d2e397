import QtQuick
import Kiosk.Core

// Where targets stand. It says which were hit, and where the next one is.
Item {
    required property Player player
    // The hint's ring is on the next one
    required property bool ringed
    property Item spot: null
}
