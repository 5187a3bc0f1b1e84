import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property CarryingTakeParcelViewModel vm

    journey: qsTr("Courier: move")
    step: 1
    steps: 3
    share: Theme.portrait ? 0.56 : 0.48
    primary: page.says

    wall: DoorWall {
        anchors.fill: parent
        vm: root.vm
        say: qsTr("Door %1 is open").arg(root.vm.door.label)
        note: qsTr("It moves to another compartment.")
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
        first: qsTr("Take %1").arg("\u2066…\u00a0" + root.vm.short + "\u2069")
        gone: true
        away: qsTr("Leave it inside")
        other: qsTr("Nothing lies in there")
        otherGlyph: "empty"
        onLeaving: root.vm.leave()
        onReconsidered: root.vm.empty()
    }
}
