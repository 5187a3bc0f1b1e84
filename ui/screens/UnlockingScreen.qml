import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property UnlockingViewModel vm

    journey: qsTr("Service: doors")
    helps: false
    share: Theme.portrait ? 0.62 : 0.52

    wall: DoorWall {
        anchors.fill: parent
        vm: root.vm
        say: qsTr("Door %1\nopens").arg(root.vm.door.label)
        note: root.vm.rear ? qsTr("The door at the rear") : ""
        look: "offer"
    }

    ActAtDoor {
        anchors.fill: parent
        firstAct: "take"
        gone: false
        first: qsTr("Look inside")
        second: qsTr("Push the door shut")
    }
}
