import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property StandsOpenViewModel vm

    journey: qsTr("Service: doors")
    helps: false
    wayBack: root.vm.heard ? "" : qsTr("Leave it")
    share: Theme.portrait ? 0.56 : 0.46
    onBack: root.vm.back()

    wall: DoorWall {
        anchors.fill: parent
        vm: root.vm
        say: qsTr("Door %1\nis open").arg(root.vm.door.label)
        note: root.vm.rear ? qsTr("The door at the rear") : ""
        swing: 1
    }

    ActAtDoor {
        anchors.fill: parent
        firstAct: "take"
        gone: false
        first: qsTr("Look inside")
        second: qsTr("Push the door shut")
        notice: !root.vm.heard ? qsTr("The lock board does not answer: nobody sees whether door %1 is shut").arg(root.vm.door.label) : root.vm.stage === 2 ? qsTr("Shut door %1, or it is noted as left open").arg(root.vm.door.label) : root.vm.stage === 1 ? qsTr("Door %1 still stands open").arg(root.vm.door.label) : ""
        stage: root.vm.stage
    }
}
