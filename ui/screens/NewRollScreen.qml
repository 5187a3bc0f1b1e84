import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property NewRollViewModel vm

    journey: qsTr("Service")
    wayBack: qsTr("Back")
    share: pad.wallShare
    primary: pad.go
    onBack: root.vm.back()
    Keys.onPressed: event => event.accepted = root.vm.strike(event.key, event.text)

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("How many labels?")
        note: qsTr("As it says on the new roll")
    }

    CodePad {
        id: pad

        anchors.fill: parent
        vm: root.vm
        title: qsTr("Labels on the roll")
        typed: root.vm.typed
        turns: false
        goText: qsTr("It is in")
        wallWish: Theme.portrait ? (Theme.low ? 0.72 : 0.46) : 0.4
    }
}
