import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property ChooseMarkViewModel vm
    readonly property list<Choice> marks: [
        Choice {
            name: "mark.ready"
            glyph: "parcel"
            text: qsTr("Ready to be picked up")
        },
        Choice {
            name: "mark.in_transit"
            glyph: "truck"
            text: qsTr("On its way here")
        }
    ]

    journey: qsTr("Courier: report")
    wayBack: qsTr("Back")
    share: Theme.portrait ? 0.5 : 0.45
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("Where is the parcel?")
        note: qsTr("Parcel %1").arg("\u2066…\u00a0" + root.vm.short + "\u2069")
    }

    Choices {
        anchors.fill: parent
        rows: root.marks
        onChosen: name => root.vm.choose(name.slice(5))
    }
}
