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
    readonly property real rowHeight: Theme.portrait ? 27 * Theme.mm : 20.2 * Theme.mm
    readonly property int columns: Theme.portrait ? 1 : 2
    signal chosen(string name)

    journey: qsTr("Service")
    wayBack: qsTr("Back")
    primary: acts.primary
    turner: sheet.turner
    share: Theme.portrait ? (Theme.zoom > 1 ? 0.26 : 0.2) : 0.42

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
        anchors.bottomMargin: acts.lines > 0 ? Theme.gap : 0
        page: root.leaf
        turns: !acts.hosts
        onTurned: page => root.leaf = page
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
            size: Theme.portrait && Theme.zoom === 1 ? Theme.body : Theme.small
            bad: wrong
        }
    }
    Choices {
        id: acts

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Math.max(0, lines * (root.rowHeight + Theme.gap) - Theme.gap)
        columns: root.columns
        rows: root.choices
        page: sheet.current
        pages: sheet.pages
        onTurned: page => root.leaf = page
        onChosen: name => root.chosen(name)
    }
}
