import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property CollectingLeaveClosedViewModel vm

    journey: qsTr("Courier: collect")
    share: Theme.portrait ? 0.6 : 0.5
    primary: page.says

    wall: DoorWall {
        anchors.fill: parent
        vm: root.vm
        say: root.vm.missing ? qsTr("Nothing lies in there") : qsTr("Put it back inside")
        note: root.vm.missing ? qsTr("It is told as missing once the door is shut.") : root.vm.otherDoor ? qsTr("Doors %1 and %2 are then known to be exchanged.").arg(root.vm.door.label).arg(root.vm.otherDoor) : qsTr("Nothing is taken from here.")
        longSay: true
        tells: false
        swing: 1
    }

    ShutPage {
        id: page

        anchors.fill: parent
        vm: root.vm
        stage: root.vm.stage
        gone: root.vm.missing
        other: qsTr("Back")
        onReconsidered: root.vm.reconsider()
    }
}
