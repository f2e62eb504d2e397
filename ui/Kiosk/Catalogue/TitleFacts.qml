pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Look
import Kiosk.Parts

// What a title is: its name, who made it, what kind, in which language, what it is about.
ColumnLayout {
    id: facts

    // A title as the view-model's `opened`; never {}
    required property var about

    readonly property Item landing: name

    // Tab on the name
    signal tabbed(var event)

    readonly property bool otherScript: about.original !== ""
    readonly property var lines: [seriesLine(), translatedLine(), subjectLine()].filter(line => line)

    function seriesLine(): string {
        const series = about.series[0];
        if (!series)
            return "";
        //: %1 is a number, %2 the name of a series of books
        return series.number ? qsTr("Deel %1 van %2").arg(series.number).arg(series.name) : qsTr("Uit de reeks %1").arg(series.name);
    }
    function translatedLine(): string {
        //: %1 is a language
        return about.originalLanguage ? qsTr("Vertaald, eerst verschenen in het %1").arg(Say.language(about.originalLanguage)) : "";
    }
    function subjectLine(): string {
        //: What a title is about; %1 is a list of subjects
        return about.subjects.length ? qsTr("Over: %1").arg(about.subjects.slice(0, 6).join(Say.comma)) : "";
    }

    spacing: Theme.px(10)

    Landing {
        id: name

        Keys.onTabPressed: event => facts.tabbed(event)
        text: facts.otherScript ? facts.about.original : facts.about.fullName
        size: Theme.narrow || text.length > 48 ? Theme.task * Theme.calm : 52
        Layout.fillWidth: true
    }
    Words {
        visible: facts.otherScript
        text: facts.about.fullName
        size: Theme.lead
        Layout.fillWidth: true
    }
    Words {
        visible: text !== ""
        text: Kinds.line([...facts.about.authors, ...(facts.otherScript ? facts.about.makers : [])])
        size: Theme.lead
        color: Theme.soft
        Layout.fillWidth: true
    }
    // The list of branches is further down on a narrow screen: the answer comes first
    RowLayout {
        visible: Theme.narrow
        spacing: Theme.px(14)

        Icon {
            name: Places.icon(facts.about)
            ink: Places.colour(facts.about.place)
            Layout.alignment: Qt.AlignTop
        }
        Words {
            text: Places.text(facts.about)
            strong: true
            color: Places.colour(facts.about.place)
            Layout.fillWidth: true
        }
    }
    Flow {
        spacing: Theme.px(12)
        Layout.fillWidth: true
        Layout.topMargin: Theme.px(6)

        Tag {
            icon: Kinds.icon(facts.about.kind, facts.about.easy)
            text: Kinds.word(facts.about.kind, facts.about.easy)
            ink: Kinds.colour(facts.about.kind)
        }
        Repeater {
            model: facts.about.languages

            Tag {
                required property string modelData

                icon: "languages"
                text: Say.language(modelData)
            }
        }
        Tag {
            visible: facts.about.year > 0
            icon: "calendar-days"
            text: facts.about.year.toString()
        }
        Tag {
            visible: facts.about.pages > 0
            icon: "file-text"
            text: qsTr("%n bladzijde(n)", "", facts.about.pages)
        }
        Tag {
            visible: facts.about.minutes > 0
            icon: "clock"
            text: Say.duration(facts.about.minutes)
        }
        Tag {
            visible: facts.about.largePrint
            icon: "a-large-small"
            text: qsTr("Grote letters")
        }
        Tag {
            visible: ["children", "teen"].includes(facts.about.audience)
            icon: "users"
            text: facts.about.audience === "teen" ? qsTr("Voor jongeren") : qsTr("Voor kinderen")
        }
    }
    Words {
        visible: text !== ""
        text: facts.about.summary
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.prose
        Layout.topMargin: Theme.px(8)
    }
    Repeater {
        model: facts.lines

        Words {
            required property string modelData

            text: modelData
            size: Theme.row
            color: Theme.soft
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.prose
        }
    }
}
