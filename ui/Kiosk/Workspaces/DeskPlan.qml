pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Look
import Kiosk.Parts

// The plan with its seats, and under it what the signs mean. The list beside it says the same, and has the keyboard.
Item {
    id: plan

    required property Workspaces workspaces
    property int floorNumber: 0

    readonly property var floors: workspaces.floors
    readonly property var shown: floors.find(floor => floor.number === floorNumber) ?? floors[0] ?? null
    // Letters too small to read are left out; the signs stay
    readonly property real letters: floor.zoom * 18 >= 13 * Theme.unit ? floor.zoom * 18 : 0
    // As high as its width asks for
    readonly property real wanted: shown ? width * shown.height / shown.width + below.height + switcher.height : 0

    readonly property var here: workspaces.here
    // A screen that is a desk has its marker beside its seat
    readonly property var marker: here.desk ? ({}) : here

    implicitHeight: wanted

    Segments {
        id: switcher

        visible: plan.floors.length > 1
        height: visible ? implicitHeight + Theme.between : 0
        options: plan.floors.map(floor => ({
                    "key": String(floor.number),
                    "text": Say.words(floor.name)
                }))
        chosen: String(plan.shown?.number ?? 0)
        onChose: key => plan.floorNumber = Number(key)
    }
    Floor {
        id: floor

        plan: plan.shown
        here: plan.marker
        anchors {
            top: switcher.bottom
            bottom: below.top
            left: parent.left
            right: parent.right
        }

        Repeater {
            model: plan.workspaces.desks

            Item {
                id: place

                required property string deskId
                required property string number
                required property string kind
                required property string stands
                required property string group
                required property int floor
                required property bool here
                required property bool wordAbove
                required property real planX
                required property real planY
                required property var at

                readonly property bool chosen: deskId === plan.workspaces.chosen

                visible: place.floor === (plan.shown?.number ?? 0)
                opacity: chosen || ["all", kind].includes(plan.workspaces.filter) ? 1 : 0.3
                x: planX * floor.zoom
                y: planY * floor.zoom

                Rectangle {
                    visible: place.here
                    anchors.centerIn: seat
                    width: seat.width + 20 * floor.zoom
                    height: width
                    radius: width / 2
                    color: "transparent"
                    border.width: 4 * floor.zoom
                    border.color: Theme.sun
                }
                Seat {
                    id: seat

                    x: -width / 2
                    y: -height / 2
                    side: 68 * floor.zoom
                    letters: plan.letters
                    number: place.number
                    mark: place.chosen && place.group === "now" ? "chosen" : place.stands
                    ringed: place.chosen
                    around: place.here && !place.chosen ? 10 * floor.zoom : 0
                    //: Under the seat that the visitor has chosen on the plan
                    word: place.chosen ? qsTr("uw keuze") : DeskWords.onPlan({
                        "kind": place.kind,
                        "stands": place.stands,
                        "at": place.at
                    })
                    above: place.wordAbove
                }
                MouseArea {
                    anchors.fill: seat
                    onClicked: plan.workspaces.choose(place.deskId)
                }
            }
        }
    }
    Item {
        id: below

        anchors.bottom: parent.bottom
        width: parent.width
        height: legend.height + Theme.px(24)

        Flow {
            id: legend

            anchors.bottom: parent.bottom
            width: parent.width
            spacing: Theme.px(16)
            Accessible.ignored: true

            Repeater {
                model: [
                    {
                        "mark": "free",
                        "word": qsTr("vrij")
                    },
                    {
                        "mark": "until",
                        //: The sign of a seat that is free, but not till closing time
                        "word": qsTr("een tijdje vrij")
                    },
                    {
                        "mark": "taken",
                        "word": qsTr("bezet")
                    },
                    {
                        "mark": "broken",
                        "word": qsTr("stuk")
                    },
                    {
                        "mark": "chosen",
                        "word": qsTr("uw keuze")
                    }
                ]

                Row {
                    id: sign

                    required property var modelData

                    spacing: Theme.px(12)
                    rightPadding: Theme.px(24)

                    Seat {
                        side: Theme.px(34)
                        mark: sign.modelData.mark
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    Words {
                        text: sign.modelData.word
                        size: Theme.small
                        single: true
                        anchors.verticalCenter: parent.verticalCenter
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
