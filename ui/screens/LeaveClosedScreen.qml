import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property LeaveClosedViewModel vm

    journey: qsTr("Pick up")
    step: 2
    steps: 3
    share: Theme.portrait ? 0.56 : 0.5

    wall: DoorWall {
        anchors.fill: parent
        vm: root.vm
        say: qsTr("Leave your parcel inside")
        note: qsTr("Push door %1 shut. The parcel stays yours, and the operator has been told.").arg(root.vm.door.label)
        longSay: true
        tells: false
        swing: 1
    }

    ActAtDoor {
        anchors.fill: parent
        gone: false
        second: qsTr("Push the door shut")
        notice: root.vm.stage > 0 ? qsTr("Please shut the door") : ""
        stage: root.vm.stage

        HelpCard {
            width: parent.width
            phone: root.vm.phone
            operator: root.vm.operator
        }
    }
}
