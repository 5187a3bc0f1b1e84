import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property ShutFirstViewModel vm
    readonly property bool larger: vm.reason === "does_not_fit"
    readonly property bool smaller: vm.reason === "too_large"
    readonly property bool none: vm.searched && vm.other === ""
    readonly property bool others: vm.door.staffed      // it is no parcel of theirs
    readonly property string end: others ? qsTr("Push door %1 shut. The parcel goes back with you.") : qsTr("Push door %1 shut. We cancel this drop-off: take the parcel with you and contact the sender or the operator.")
    readonly property string stay: others ? qsTr("Touch Back and use this one. Or take the parcel with you and push door %1 shut.") : qsTr("Touch Back and use this one. Or take your parcel with you and push door %1 shut.")
    readonly property string then: vm.other && larger ? qsTr("Push door %1 shut. Then door %2 opens, it is larger.") : vm.other && smaller ? qsTr("Push door %1 shut. Then door %2 opens, it is smaller.") : vm.other ? qsTr("Push door %1 shut. Then door %2 opens for you.") : none && smaller ? stay : none ? end : qsTr("Then push door %1 shut.")

    readonly property string out: others ? qsTr("Take the parcel out") : qsTr("Take your parcel out")

    aim: vm.door.aim
    step: 2
    steps: 3
    wayBack: qsTr("Back")
    share: Theme.portrait ? 0.58 : 0.5
    primary: act.says
    onBack: root.vm.back()

    wall: DoorWall {
        anchors.fill: parent
        vm: root.vm
        say: root.none && root.larger ? qsTr("No larger door is free") : root.none && root.smaller ? qsTr("No smaller door is free") : root.none ? qsTr("No other door is free") : root.out
        note: root.then.replace("%1", root.vm.door.label).replace("%2", root.vm.other)
        tells: false
        longSay: true
        swing: 1
    }

    ActAtDoor {
        id: act

        anchors.fill: parent
        firstAct: "take"
        first: root.out
        second: qsTr("Push the door shut")
        notice: root.vm.stage > 0 ? qsTr("Please shut the door") : ""
        stage: root.vm.stage
        unseen: root.vm.door.unseen
        onSaidShut: root.vm.saidShut()
    }
}
