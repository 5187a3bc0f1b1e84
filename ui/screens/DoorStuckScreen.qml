import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property DoorStuckViewModel vm
    readonly property DoorStuckWords words: DoorStuckWords {
        failure: root.vm.failure
        pickup: root.vm.door.pickup
        mayTry: root.vm.mayTry
        openedBefore: root.vm.openedBefore
        staffed: root.vm.door.staffed
    }

    aim: vm.door.aim
    step: 2
    steps: 3
    wayBack: !vm.mayTry ? "" : vm.door.staffed ? qsTr("Go on") : qsTr("Finish")
    share: Theme.portrait ? 0.64 : 0.5
    primary: act
    onBack: root.vm.back()

    wall: DoorWall {
        anchors.fill: parent
        vm: root.vm
        say: root.words.say
        note: root.words.note
        tells: root.vm.mayTry && root.vm.failure === "jammed"
        longSay: true
        look: "problem"
    }

    DoorButton {
        id: act

        objectName: root.vm.mayTry ? "door.again" : "door.finish"
        primary: true
        text: root.vm.mayTry ? qsTr("Try once more") : root.vm.door.staffed ? qsTr("Go on") : qsTr("Finish")
        note: root.vm.mayTry && root.vm.failure === "jammed" ? qsTr("Press against the door while it tries") : ""
        size: Theme.act * (Theme.portrait ? 1.15 : 1)
        width: parent.width
        height: Theme.portrait ? 50 * Theme.mm : 48 * Theme.mm
        onClicked: root.vm.mayTry ? root.vm.open() : root.vm.finish()
    }
    HelpCard {
        width: parent.width
        anchors.bottom: parent.bottom
        phone: root.vm.phone
        operator: root.vm.operator
    }
}
