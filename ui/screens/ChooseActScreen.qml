import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property ChooseActViewModel vm

    journey: qsTr("Service")
    wayBack: qsTr("Back")
    share: Theme.portrait ? 0.5 : 0.45
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: "phone"
        tone: Theme.colors.lamp
        say: qsTr("What may the back office allow?")
        note: qsTr("You read out eight signs on the telephone and type ten digits. They are good for this one act.")
    }

    Choices {
        anchors.fill: parent
        rows: [
            Choice {
                name: "act.open"
                glyph: "dooropen"
                text: qsTr("Open one door")
            },
            Choice {
                name: "act.clear"
                glyph: "empty"
                text: qsTr("Take a compartment back into use")
            },
            Choice {
                name: "act.unlock"
                glyph: "you"
                text: qsTr("Lift the lock-out of my account")
            }
        ]
        onChosen: name => root.vm.choose(name.slice(4))
    }
}
