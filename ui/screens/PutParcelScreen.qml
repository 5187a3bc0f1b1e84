import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property PutParcelViewModel vm

    aim: vm.door.aim
    step: 2
    steps: 3
    share: Theme.portrait ? 0.56 : 0.44
    primary: act.says

    wall: DoorWall {
        anchors.fill: parent
        vm: root.vm
        say: qsTr("Door %1\nis open").arg(root.vm.door.label)
        swing: 1
    }

    ActAtDoor {
        id: act

        anchors.fill: parent
        firstAct: "put"
        first: root.vm.door.stores ? qsTr("Put your things in") : qsTr("Put your parcel in")
        second: qsTr("Push the door shut")
        notice: root.vm.stage === 2 ? qsTr("Door %1 is still open. Please push it shut").arg(root.vm.door.label) : root.vm.stage === 1 ? qsTr("Please shut the door") : ""
        stage: root.vm.stage
        unseen: root.vm.door.unseen
        onSaidShut: root.vm.saidShut()

        DoorButton {
            id: noFit

            objectName: "door.nofit"
            width: parent.width
            glyph: "bigger"
            text: root.vm.door.stores ? qsTr("It does not fit") : qsTr("My parcel does not fit")
            size: Theme.body
            height: Theme.portrait ? 22 * Theme.mm : 17 * Theme.mm
            onClicked: root.vm.doesNotFit()
        }
        Row {
            anchors.top: noFit.bottom
            anchors.topMargin: Theme.gap
            width: parent.width
            spacing: Theme.gap

            DoorButton {
                objectName: "door.trouble"
                width: (parent.width - Theme.gap) * 0.6
                text: Theme.portrait ? qsTr("Something is wrong") : qsTr("Problem")
                size: Theme.body
                height: noFit.height
                onClicked: root.vm.trouble()
            }
            DoorButton {
                objectName: "door.cancel"
                width: (parent.width - Theme.gap) * 0.4
                text: qsTr("Cancel")
                size: Theme.body
                height: noFit.height
                onClicked: root.vm.cancel()
            }
        }
    }
}
