import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property CarryingViewModel vm
    readonly property bool hand: vm.stage === "hand"
    readonly property bool over: vm.stage === "done" || vm.stage === "back"

    journey: qsTr("Courier: move")
    step: vm.stage === "take" ? 1 : over ? 3 : 2
    steps: 3
    wayBack: vm.stage === "take" ? qsTr("Back") : ""
    share: Theme.portrait ? (hand ? 0.5 : over ? 0.72 : 0.6) : 0.48
    primary: act
    onBack: root.vm.back()

    wall: DoorWall {
        anchors.fill: parent
        vm: root.vm
        say: root.hand ? qsTr("Put it in\nhere now") : root.vm.stage === "done" ? qsTr("It lies\nhere now") : root.vm.stage === "back" ? qsTr("It lies where\nit lay") : qsTr("Take it\nout here")
        note: root.over ? "" : qsTr("%1, from %2 to %3").arg("\u2066…\u00a0" + root.vm.short + "\u2069").arg(root.vm.source).arg(root.vm.target)
        look: root.over ? "done" : "offer"
    }

    DoorButton {
        id: act

        objectName: "move.act"
        primary: true
        text: root.over ? qsTr("Back to the list") : qsTr("Open door %1").arg(root.vm.door.label)
        wraps: !root.over
        width: parent.width
        height: root.over ? (Theme.portrait ? 40 : 24) * Theme.mm : more.y - (more.height ? Theme.gap : 0)
        anchors.bottom: more.top
        anchors.bottomMargin: more.height ? Theme.gap : 0
        onClicked: root.over ? root.vm.finish() : root.vm.open()
    }
    Column {
        id: more

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        spacing: Theme.gap

        DoorButton {
            objectName: "move.in_hand"
            visible: root.vm.stage === "take" && root.vm.unsure
            text: qsTr("I have it in my hands")
            size: Theme.body
            width: parent.width
            height: Theme.portrait ? 30 * Theme.mm : Theme.key
            onClicked: root.vm.inHand()
        }
        DoorButton {
            objectName: "move.other"
            visible: root.hand
            text: qsTr("Another compartment")
            size: Theme.body
            width: parent.width
            height: Theme.portrait ? 30 * Theme.mm : Theme.key
            onClicked: root.vm.other()
        }
        DoorButton {
            objectName: "move.back"
            visible: root.hand
            text: qsTr("Put it back")
            size: Theme.body
            width: parent.width
            height: Theme.portrait ? 30 * Theme.mm : Theme.key
            onClicked: root.vm.putBack()
        }
    }
}
