import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property AskReasonViewModel vm
    readonly property list<Choice> all: [
        Choice {
            name: "reason.does_not_fit"
            glyph: "bigger"
            text: root.vm.door.staffed ? qsTr("It does not fit") : qsTr("My parcel does not fit")
        },
        Choice {
            name: "reason.too_large"
            glyph: "smaller"
            text: qsTr("Smaller would do")
        },
        Choice {
            name: "reason.changed_mind"
            glyph: "back"
            text: qsTr("I changed my mind")
        },
        Choice {
            name: "reason.wrong_parcel"
            glyph: "parcel"
            text: qsTr("Wrong parcel")
        },
        Choice {
            name: "reason.not_empty"
            glyph: "stop"
            text: qsTr("It is not empty")
        },
        Choice {
            name: "reason.out_of_reach"
            glyph: "lower"
            text: qsTr("I cannot reach it")
        },
        Choice {
            name: "reason.nothing_chosen"
            glyph: "next"
            text: qsTr("Something else")
        }
    ]

    aim: vm.door.aim
    step: 2
    steps: 3
    wayBack: qsTr("Back")
    share: Theme.portrait ? 0.46 : 0.4
    onBack: root.vm.back()

    wall: DoorWall {
        anchors.fill: parent
        vm: root.vm
        say: qsTr("Why do\nyou stop?")
        swing: 1
    }

    Choices {
        anchors.fill: parent
        columns: Theme.portrait ? 1 : 2
        notice: root.vm.stage > 0 ? qsTr("Door %1 is still open").arg(root.vm.door.label) : ""
        stage: root.vm.stage
        rows: root.all.filter(one => root.vm.reasons.includes(one.name.slice(7)))
        onChosen: name => root.vm.choose(name.slice(7))
    }
}
