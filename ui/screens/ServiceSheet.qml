pragma ComponentBehavior: Bound

import QtQuick
import KioskCore
import ui.controls
import ui.theme

// A page of service mode: what is known as facts, and what can be done below them.
Stage {
    id: root

    required property OnSiteViewModel about
    property string say
    property string note
    property string glyph
    property bool bad: false            // the note is a warning
    property list<Choice> choices
    property int leaf: 0
    readonly property ServiceNames names: ServiceNames {}
    readonly property ServiceWords words: ServiceWords {}
    readonly property Choice further: Choice {
        name: "service.page"
        glyph: "next"
        text: qsTr("Next page")
    }
    readonly property list<Choice> all: sheet.pages > 1 ? [root.further, ...root.choices] : root.choices
    readonly property real rowHeight: Theme.portrait ? 27 * Theme.mm : 20.2 * Theme.mm
    readonly property int columns: Theme.portrait ? 1 : 2
    // With room for the next page, whether there is one or not: it must not depend on itself.
    readonly property int tall: Math.ceil((choices.length + 1) / columns)
    signal chosen(string name)

    journey: qsTr("Service")
    wayBack: qsTr("Back")
    share: Theme.portrait ? 0.26 : 0.42

    wall: SayWall {
        anchors.fill: parent
        bank: root.about.bank
        glyph: root.glyph
        tone: root.bad ? Theme.colors.badOnWall : Theme.colors.goodOnWall
        say: root.say
        note: root.note
    }

    Sheet {
        id: sheet

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: acts.top
        anchors.bottomMargin: Theme.gap
        page: root.leaf
        model: root.about.facts

        Fact {
            required property int index
            required property string key
            required property string word
            required property string detail
            required property string said
            required property bool wrong

            visible: sheet.shows(index)
            width: sheet.width
            name: root.names.of(key, detail)
            value: root.words.say(word, said)
            bad: wrong
        }
    }
    Choices {
        id: acts

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: root.tall * root.rowHeight + (root.tall - 1) * Theme.gap
        columns: root.columns
        rows: root.all
        onChosen: name => {
            if (name === root.further.name)
                root.leaf += 1;
            else
                root.chosen(name);
        }
    }
}
