import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property AskDoorViewModel vm
    readonly property ProblemWords words: ProblemWords {}

    journey: qsTr("Courier: report")
    wayBack: qsTr("Back")
    share: pad.wallShare
    primary: pad.go
    onBack: root.vm.back()
    Keys.onPressed: event => event.accepted = root.vm.strike(event.key, event.text)

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: root.vm.unknown ? qsTr("There is no such door") : qsTr("Which door?")
        note: root.words.of(root.vm.code)
    }

    CodePad {
        id: pad

        anchors.fill: parent
        vm: root.vm
        title: root.vm.unknown ? qsTr("There is no such door") : qsTr("Which door?")
        typed: root.vm.typed
        letters: root.vm.letters
        goText: qsTr("Report")
        wallWish: Theme.portrait ? (Theme.low ? 0.72 : 0.46) : 0.4
    }
}
