pragma ComponentBehavior: Bound

import QtQuick
import KioskCore
import ui.controls
import ui.theme

// A page of service mode with a list that is touched; more than fit are on further pages.
Stage {
    id: root

    required property OnSiteViewModel about
    property string say
    property string note
    property string glyph
    property bool bad: false
    property string empty               // what is said when there is none
    property bool reading: false
    property string prefix: "item"
    property list<Choice> choices
    property int leaf: 0
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
        note: root.reading ? qsTr("It is being read.") : root.note
    }

    Notice {
        visible: !root.reading && root.about.items.count === 0
        glyph: "empty"
        text: root.empty
        anchors.left: parent.left
        anchors.right: parent.right
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
        spacing: Theme.gap
        model: root.about.items

        DoorButton {
            required property int index
            required property string key
            required property string word
            required property string value
            required property string says
            required property string said
            required property string sign
            required property string far

            visible: sheet.shows(index)
            objectName: root.prefix + "." + key
            width: sheet.width
            implicitHeight: Math.max(root.rowHeight, (far.length > 4 ? textLines + 1 : textLines) * size * 1.2 + (note ? noteLines * noteSize * 1.2 : 0) + 2 * padding)
            wraps: true
            size: Theme.body
            tile: false
            glyph: sign
            text: root.words.say(word, value)
            note: root.words.say(says, said)
            trailing: far
            spoken: [text, note, trailing].filter(part => part).join(". ")
            onClicked: root.about.choose(key)
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
