import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property OpeningViewModel vm

    journey: vm.door.pickup ? qsTr("Pick up") : qsTr("Drop off")
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
        first: root.vm.door.pickup ? qsTr("Take your parcel") : qsTr("Put your parcel in")
        second: qsTr("Push the door shut")

        Notice {
            width: parent.width
            glyph: "door"
            text: qsTr("Go to door %1. You hear it unlock.").arg(root.vm.door.label)
        }
    }
}
