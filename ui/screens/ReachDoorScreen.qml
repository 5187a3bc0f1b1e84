import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property ReachDoorViewModel vm

    aim: vm.door.aim
    step: 2
    steps: 3
    wayBack: qsTr("Cancel")
    share: Theme.portrait ? 0.66 : 0.48
    primary: open
    onBack: root.vm.back()

    wall: DoorWall {
        anchors.fill: parent
        vm: root.vm
        say: root.vm.seeking ? qsTr("One\nmoment") : qsTr("This is\nyour door")
        look: "offer"
    }

    DoorButton {
        id: open

        objectName: "door.open"
        primary: true
        visible: !root.vm.seeking
        text: qsTr("Open door %1").arg(root.vm.door.label)
        wraps: true
        size: Theme.act * (Theme.portrait ? 1.15 : 1)
        width: parent.width
        anchors.top: parent.top
        anchors.bottom: reach.top
        anchors.bottomMargin: Theme.gap
        onClicked: root.vm.open()
    }
    DoorButton {
        id: reach

        objectName: "door.reach"
        visible: !root.vm.seeking
        glyph: "lower"
        text: qsTr("I cannot reach it")
        size: Theme.body
        width: parent.width
        height: Theme.portrait ? 30 * Theme.mm : Theme.key
        anchors.bottom: parent.bottom
        onClicked: root.vm.outOfReach()
    }
    Notice {
        visible: root.vm.seeking
        width: parent.width
        glyph: "lower"
        text: qsTr("We look for a lower door")
    }
}
