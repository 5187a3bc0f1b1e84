import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property PhoneParcelViewModel vm

    journey: qsTr("Courier: new parcel")
    step: 2
    steps: 3
    wayBack: qsTr("Back")
    share: pad.wallShare
    primary: pad.go
    onBack: root.vm.back()
    Keys.onPressed: event => event.accepted = root.vm.strike(event.key, event.text)

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: root.vm.short ? "warn" : ""
        tone: Theme.colors.badOnWall
        say: root.vm.short ? qsTr("Digits are missing") : qsTr("Who gets the parcel?")
        note: qsTr("The recipient's telephone number: the code goes there.")
    }

    CodePad {
        id: pad

        anchors.fill: parent
        vm: root.vm
        title: qsTr("The recipient's telephone number")
        typed: root.vm.typed
        turns: false
        plus: true
        goText: qsTr("Next")
        wallWish: Theme.portrait ? (Theme.low ? 0.72 : 0.46) : 0.4
    }
}
