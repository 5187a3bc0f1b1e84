import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property FindParcelViewModel vm

    journey: qsTr("Service")
    wayBack: qsTr("Back")
    share: pad.wallShare
    primary: pad.go
    onBack: root.vm.back()
    Keys.onPressed: event => event.accepted = root.vm.strike(event.key, event.text)

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: root.vm.missed ? qsTr("Nothing found") : qsTr("Which parcel?")
        note: !root.vm.scans ? qsTr("Type its number or door") : root.vm.camera ? qsTr("Type its number or door, or hold up its label") : qsTr("Type its number or door, or scan its label")
    }

    CodePad {
        id: pad

        anchors.fill: parent
        vm: root.vm
        title: qsTr("Number or door")
        typed: root.vm.typed
        letters: root.vm.letters
        goText: qsTr("Search")
        wallWish: Theme.portrait ? (Theme.low ? 0.72 : 0.46) : 0.4
    }
}
