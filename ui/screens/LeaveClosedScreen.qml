import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property LeaveClosedViewModel vm
    readonly property LeaveClosedWords words: LeaveClosedWords {
        trouble: root.vm.trouble
        door: root.vm.door.label
        goesBack: root.vm.goesBack
    }

    aim: vm.door.aim
    step: 2
    steps: 3
    share: Theme.portrait ? 0.56 : 0.5
    primary: act.says

    wall: DoorWall {
        anchors.fill: parent
        vm: root.vm
        say: root.words.say
        note: root.words.note
        longSay: true
        tells: false
        swing: 1
    }

    ActAtDoor {
        id: act

        anchors.fill: parent
        gone: root.vm.trouble === "empty"
        second: qsTr("Push the door shut")
        notice: root.vm.stage > 0 ? qsTr("Please shut the door") : ""
        stage: root.vm.stage
        unseen: root.vm.door.unseen
        onSaidShut: root.vm.saidShut()

        HelpCard {
            width: parent.width
            phone: root.vm.phone
            operator: root.vm.operator
        }
    }
}
