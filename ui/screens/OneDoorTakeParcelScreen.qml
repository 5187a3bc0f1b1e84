import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property OneDoorTakeParcelViewModel vm

    journey: qsTr("Service: doors")
    share: Theme.portrait ? 0.56 : 0.46

    wall: DoorWall {
        anchors.fill: parent
        vm: root.vm
        say: qsTr("Door %1\nis open").arg(root.vm.door.label)
        swing: 1
    }

    ActAtDoor {
        anchors.fill: parent
        first: qsTr("Take the parcel out for good")
        second: qsTr("Push the door shut")
        notice: root.vm.stage > 0 ? qsTr("Door %1 still stands open").arg(root.vm.door.label) : ""
        stage: root.vm.stage

        DoorButton {
            objectName: "door.trouble"
            width: parent.width
            glyph: "warn"
            text: qsTr("It is not as it should be")
            size: Theme.body
            height: Theme.portrait ? 24 * Theme.mm : Theme.key
            onClicked: root.vm.trouble()
        }
    }
}
