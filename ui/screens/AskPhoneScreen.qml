import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property AskPhoneViewModel vm

    aim: "send"
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
        glyph: root.vm.short ? "warn" : ""
        tone: Theme.colors.badOnWall
        say: root.vm.short ? qsTr("Digits are missing") : qsTr("Who gets the parcel?")
        note: qsTr("Type the receiver's telephone number, with + and the country or as you dial it.")
    }

    CodePad {
        id: pad

        anchors.fill: parent
        vm: root.vm
        title: qsTr("The receiver's telephone number")
        typed: root.vm.typed
        turns: false
        plus: true
        goText: qsTr("Next")
        wallWish: Theme.portrait ? (Theme.low ? 0.72 : 0.46) : 0.4
    }
}
