import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property NameParcelViewModel vm

    journey: qsTr("Courier: new parcel")
    step: 1
    steps: 3
    wayBack: qsTr("Back")
    share: pad.wallShare
    primary: pad.go
    onBack: root.vm.back()
    Keys.onPressed: event => event.accepted = root.vm.strike(event.key, event.text)

    wall: BringWall {
        anchors.fill: parent
        bank: root.vm.bank
        feed: root.vm.preview
        camera: root.vm.camera
        say: root.vm.scans ? qsTr("Scan or type its number") : qsTr("Type its number")
        note: qsTr("The number on its label")
    }

    CodePad {
        id: pad

        anchors.fill: parent
        vm: root.vm
        title: qsTr("Type its number")
        typed: root.vm.typed
        letters: root.vm.letters
        goText: qsTr("Next")
        wallWish: Theme.portrait ? (Theme.low ? 0.72 : 0.46) : 0.4
    }
}
