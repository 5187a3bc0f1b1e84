import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property AskTroubleViewModel vm
    readonly property list<Choice> all: [
        Choice {
            name: "trouble.did_not_open"
            glyph: "door"
            text: qsTr("The door did not open")
        },
        Choice {
            name: "trouble.not_empty"
            glyph: "parcel"
            text: qsTr("It is not empty")
        },
        Choice {
            name: "trouble.not_mine"
            glyph: "parcel"
            text: root.vm.door.stores ? qsTr("These are not mine") : qsTr("This is not my parcel")
        },
        Choice {
            name: "trouble.empty"
            glyph: "empty"
            text: root.vm.door.stores ? qsTr("It is empty") : qsTr("No parcel is inside")
        },
        Choice {
            name: "trouble.unwanted"
            glyph: "return"
            text: qsTr("I do not want this parcel")
        },
        Choice {
            name: "trouble.dirty"
            glyph: "warn"
            text: qsTr("It is dirty or damaged")
        },
        Choice {
            name: "trouble.out_of_reach"
            glyph: "lower"
            text: qsTr("I cannot reach it")
        }
    ]

    aim: vm.door.aim
    step: 2
    steps: 3
    wayBack: qsTr("Back")
    share: Theme.portrait ? (Theme.low ? 0.5 : 0.46) : 0.4
    onBack: root.vm.back()

    wall: DoorWall {
        anchors.fill: parent
        vm: root.vm
        say: qsTr("What is\nwrong?")
        swing: 1
    }

    Choices {
        anchors.fill: parent
        columns: !Theme.portrait && rows.length > 3 ? 2 : 1
        notice: root.vm.stage > 0 ? qsTr("Door %1 is still open").arg(root.vm.door.label) : ""
        stage: root.vm.stage
        rows: root.all.filter(one => root.vm.troubles.includes(one.name.slice(8)))
        onChosen: name => root.vm.choose(name.slice(8))
    }
}
