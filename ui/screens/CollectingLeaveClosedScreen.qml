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
        note: root.vm.missing ? qsTr("Reported as missing once the door is shut.") : root.vm.otherDoor ? qsTr("It is noted that doors %1 and %2 were swapped.").arg(root.vm.door.label).arg(root.vm.otherDoor) : qsTr("Nothing is taken from here.")
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
