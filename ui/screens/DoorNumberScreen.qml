import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property DoorNumberViewModel vm

    journey: qsTr("Service: doors")
    wayBack: qsTr("Back")
    share: pad.wallShare
    primary: pad.go
    onBack: root.vm.back()
    Keys.onPressed: event => event.accepted = root.vm.strike(event.key, event.text)

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: root.vm.unknown ? "warn" : ""
        tone: Theme.colors.badOnWall
        say: root.vm.unknown ? qsTr("There is no such door") : qsTr("Which door?")
        note: qsTr("Type its number as it stands on it.")
    }

    CodePad {
        id: pad

        anchors.fill: parent
        vm: root.vm
        title: root.vm.unknown ? qsTr("There is no such door") : qsTr("Which door?")
        typed: root.vm.typed
        letters: root.vm.letters
        goText: qsTr("Show")
        wallWish: Theme.portrait ? (Theme.low ? 0.72 : 0.46) : 0.4
    }
}
