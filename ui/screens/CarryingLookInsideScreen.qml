import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property CarryingLookInsideViewModel vm

    journey: qsTr("Courier: move")
    step: 2
    steps: 3
    share: Theme.portrait ? 0.56 : 0.48
    primary: page.says

    wall: DoorWall {
        anchors.fill: parent
        vm: root.vm
        say: qsTr("Put it back inside")
        note: qsTr("It stays where it lay before.")
        longSay: true
        tells: false
        swing: 1
    }

    ShutPage {
        id: page

        anchors.fill: parent
        vm: root.vm
        stage: root.vm.stage
        firstAct: "put"
        first: qsTr("Put %1 in").arg("\u2066…\u00a0" + root.vm.short + "\u2069")
        gone: false
    }
}
