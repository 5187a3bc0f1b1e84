import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property NextDoorViewModel vm

    aim: vm.door.aim
    step: vm.number
    steps: vm.total
    share: Theme.portrait ? 0.64 : 0.48
    primary: open

    wall: DoorWall {
        anchors.fill: parent
        vm: root.vm
        say: root.vm.door.pickup ? qsTr("Your next\nparcel") : qsTr("Your next\ndoor")
        note: qsTr("Door %1 of %2").arg(root.vm.number).arg(root.vm.total)
        look: "offer"
    }

    DoorButton {
        id: open

        objectName: "next.open"
        primary: true
        text: qsTr("Open door %1").arg(root.vm.door.label)
        wraps: true
        size: Theme.act * (Theme.portrait ? 1.15 : 1)
        width: parent.width
        anchors.top: parent.top
        anchors.bottom: finish.top
        anchors.bottomMargin: Theme.gap
        onClicked: root.vm.open()
    }
    DoorButton {
        id: finish

        objectName: "next.finish"
        text: qsTr("Finish for now")
        note: Theme.portrait ? qsTr("What is left stays as it is") : ""
        size: Theme.body
        width: parent.width
        height: Theme.portrait ? 36 * Theme.mm : 26 * Theme.mm
        anchors.bottom: parent.bottom
        onClicked: root.vm.finish()
    }
}
