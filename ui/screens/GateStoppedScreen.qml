import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property GateStoppedViewModel vm
    readonly property GateStoppedWords words: GateStoppedWords {
        demand: root.vm.demand
        failure: root.vm.failure
    }

    aim: vm.door.aim
    step: 1
    steps: 3
    wayBack: vm.mayTry ? qsTr("Finish") : ""
    share: Theme.portrait ? 0.62 : 0.5
    primary: act
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: root.vm.demand === "payment" ? "card" : "you"
        tone: Theme.colors.badOnWall
        say: root.words.say
        note: root.words.note
    }

    DoorButton {
        id: act

        objectName: root.vm.mayTry ? "gate.again" : "gate.finish"
        primary: true
        text: root.vm.mayTry ? qsTr("Try once more") : qsTr("Finish")
        size: Theme.act * (Theme.portrait ? 1.15 : 1)
        width: parent.width
        height: Theme.portrait ? 46 * Theme.mm : 40 * Theme.mm
        onClicked: root.vm.mayTry ? root.vm.again() : root.vm.finish()
    }
    HelpCard {
        width: parent.width
        anchors.bottom: parent.bottom
        phone: root.vm.phone
        operator: root.vm.operator
    }
}
