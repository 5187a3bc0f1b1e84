import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property AskDatumViewModel vm
    readonly property string title: qsTr("Last four of the phone or order number")

    aim: vm.aim
    journey: vm.aim ? "" : vm.place
    step: 1
    steps: 3
    wayBack: qsTr("Back")
    share: pad.wallShare
    primary: pad.go
    onBack: root.vm.back()
    Keys.onPressed: event => event.accepted = root.vm.strike(event.key, event.text)

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: root.title
        note: qsTr("It shows that the parcel is yours. Letters count, and the whole number does, too.")
    }

    CodePad {
        id: pad

        anchors.fill: parent
        vm: root.vm
        title: qsTr("Phone or order number")
        typed: root.vm.typed
        letters: root.vm.letters
        length: root.vm.length
        goText: ["return", "extend", "refuse"].includes(root.vm.aim) ? qsTr("Next") : qsTr("Open")
        wallWish: Theme.portrait ? (Theme.low ? 0.72 : 0.46) : 0.4
    }
}
