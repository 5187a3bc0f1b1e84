import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property AskTroubleViewModel vm

    journey: vm.door.pickup ? qsTr("Pick up") : qsTr("Drop off")
    step: 2
    steps: 3
    wayBack: qsTr("Back")
    share: Theme.portrait ? (Theme.low ? 0.56 : 0.52) : 0.44
    onBack: root.vm.back()

    wall: DoorWall {
        anchors.fill: parent
        vm: root.vm
        say: qsTr("What is\nwrong?")
        swing: 1
    }

    Choices {
        anchors.fill: parent
        notice: root.vm.stage > 0 ? qsTr("Door %1 is still open").arg(root.vm.door.label) : ""
        stage: root.vm.stage
        rows: [
            Choice {
                name: "trouble.did_not_open"
                glyph: "door"
                text: qsTr("The door did not open")
            },
            Choice {
                name: "trouble.not_empty"
                glyph: "parcel"
                text: root.vm.door.pickup ? qsTr("Somebody else's things are inside") : qsTr("It is not empty")
            },
            Choice {
                name: "trouble.dirty"
                glyph: "empty"
                text: qsTr("It is dirty or damaged")
            },
            Choice {
                name: "trouble.out_of_reach"
                glyph: "lower"
                text: qsTr("I cannot reach it")
            }
        ]
        onChosen: name => root.vm.choose(name.slice(8))
    }
}
