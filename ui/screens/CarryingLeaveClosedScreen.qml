import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property CarryingLeaveClosedViewModel vm

    journey: qsTr("Courier: move")
    step: 1
    steps: 3
    share: Theme.portrait ? 0.56 : 0.48
    primary: page.says

    wall: DoorWall {
        anchors.fill: parent
        vm: root.vm
        say: root.vm.missing ? qsTr("Nothing lies in there") : qsTr("Leave it inside")
        note: root.vm.missing ? qsTr("Reported as missing once the door is shut.") : qsTr("Nothing moves.")
        longSay: true
        tells: false
        swing: 1
    }

    ShutPage {
        id: page

        anchors.fill: parent
        vm: root.vm
        stage: root.vm.stage
        firstAct: "take"
        first: ""
        gone: root.vm.missing
        other: qsTr("Back")
        onReconsidered: root.vm.reconsider()
    }
}
