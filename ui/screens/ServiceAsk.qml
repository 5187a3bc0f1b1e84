import QtQuick
import KioskCore
import ui.controls
import ui.theme

// A question of service mode with a few answers.
Stage {
    id: root

    required property OnSiteViewModel about
    property string say
    property string note
    property list<Choice> choices
    signal chosen(string name)

    journey: qsTr("Service")
    wayBack: qsTr("Back")
    primary: answers.primary
    share: Theme.portrait ? 0.4 : 0.4

    wall: SayWall {
        anchors.fill: parent
        bank: root.about.bank
        say: root.say
        note: root.note
    }

    Choices {
        id: answers

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: primary ? (Theme.portrait ? 42 : 22) * Theme.mm : parent.height
        rows: root.choices
        onChosen: name => root.chosen(name)
    }
}
