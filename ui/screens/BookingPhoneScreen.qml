import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property BookingPhoneViewModel vm
    readonly property CannotWords cannot: CannotWords {}

    journey: qsTr("Service")
    wayBack: qsTr("Back")
    share: pad.wallShare
    primary: pad.go
    onBack: root.vm.back()
    Keys.onPressed: event => event.accepted = root.vm.strike(event.key, event.text)

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("Whose is it?")
        note: root.vm.why ? root.cannot.of(root.vm.why) : qsTr("A telephone number, or leave it empty")
    }

    CodePad {
        id: pad

        anchors.fill: parent
        vm: root.vm
        title: qsTr("Telephone number")
        typed: root.vm.typed
        turns: false
        plus: true
        goText: qsTr("Next")
        wallWish: Theme.portrait ? (Theme.low ? 0.72 : 0.46) : 0.4
    }
}
