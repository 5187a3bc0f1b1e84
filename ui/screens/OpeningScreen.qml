import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property OpeningViewModel vm

    aim: vm.door.aim
    step: 2
    steps: 3
    helps: false
    share: Theme.portrait ? 0.62 : 0.48

    wall: DoorWall {
        anchors.fill: parent
        vm: root.vm
        say: qsTr("Door %1\nopens").arg(root.vm.door.label)
        look: "offer"
    }

    // What comes next, before it does.
    ActAtDoor {
        anchors.fill: parent
        firstAct: root.vm.door.pickup ? "take" : "put"
        gone: root.vm.door.pickup && !root.vm.door.keeps
        first: root.vm.door.keeps ? "" : root.vm.door.staffed ? (root.vm.door.pickup ? qsTr("Take the parcel") : qsTr("Put the parcel in")) : root.vm.door.stores ? (root.vm.door.pickup ? qsTr("Take your things") : qsTr("Put your things in")) : root.vm.door.pickup ? qsTr("Take your parcel") : qsTr("Put your parcel in")
        second: qsTr("Push the door shut")

        Notice {
            width: parent.width
            glyph: "door"
            text: qsTr("Go to door %1. You hear it unlock.").arg(root.vm.door.label)
        }
    }
}
