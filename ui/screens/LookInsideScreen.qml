import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property LookInsideViewModel vm

    aim: "store"
    step: 2
    steps: 3
    share: Theme.portrait ? 0.6 : 0.48
    primary: act.says

    wall: DoorWall {
        anchors.fill: parent
        vm: root.vm
        say: qsTr("Door %1\nis open").arg(root.vm.door.label)
        note: qsTr("It stays yours when it is shut.")
        swing: 1
    }

    ActAtDoor {
        id: act

        anchors.fill: parent
        gone: false
        second: qsTr("Push the door shut")
        notice: root.vm.stage === 2 ? qsTr("Door %1 is still open. Please push it shut").arg(root.vm.door.label) : root.vm.stage === 1 ? qsTr("Please shut the door") : ""
        stage: root.vm.stage
        unseen: root.vm.door.unseen
        onSaidShut: root.vm.saidShut()

        DoorButton {
            objectName: "door.trouble"
            width: parent.width
            glyph: "warn"
            text: qsTr("Something is wrong")
            size: Theme.body
            height: Theme.portrait ? 24 * Theme.mm : Theme.key
            onClicked: root.vm.trouble()
        }
    }
}
