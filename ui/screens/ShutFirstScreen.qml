import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property ShutFirstViewModel vm
    readonly property bool larger: vm.reason === "does_not_fit"
    readonly property bool none: vm.searched && vm.other === ""
    readonly property string then: vm.other && larger ? qsTr("Then door %1 opens, it is larger.").arg(vm.other) : vm.other ? qsTr("Then door %1 opens for you.").arg(vm.other) : none && larger ? qsTr("No larger door is free, so we cancel this drop-off. Take the parcel with you and contact the sender or the operator.") : none ? qsTr("No other door is free, so we cancel this drop-off. Take the parcel with you and contact the sender or the operator.") : qsTr("Then we end this drop-off.")

    journey: qsTr("Drop off")
    step: 2
    steps: 3
    wayBack: qsTr("Back")
    share: Theme.portrait ? 0.58 : 0.5
    onBack: root.vm.back()

    wall: DoorWall {
        anchors.fill: parent
        vm: root.vm
        say: qsTr("Take your parcel out and push door %1 shut").arg(root.vm.door.label)
        note: root.then
        tells: false
        longSay: true
        swing: 1
    }

    ActAtDoor {
        anchors.fill: parent
        firstAct: "take"
        first: qsTr("Take your parcel out")
        second: qsTr("Push the door shut")
        notice: root.vm.stage > 0 ? qsTr("Please shut the door") : ""
        stage: root.vm.stage
    }
}
