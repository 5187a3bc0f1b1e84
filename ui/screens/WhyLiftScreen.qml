import QtQuick
import KioskCore
import ui.controls

ServiceAsk {
    id: root

    required property WhyLiftViewModel vm

    about: vm
    say: qsTr("What did you find out?")
    note: qsTr("It is lifted only with a reason.")
    choices: [
        Choice {
            name: "found.ourselves"
            glyph: "you"
            text: qsTr("It was us")
        },
        Choice {
            name: "found.stopped"
            glyph: "stop"
            text: qsTr("Who did it is stopped")
        },
        Choice {
            name: "found.fault"
            glyph: "tool"
            text: qsTr("A fault, and it is mended")
        }
    ]
    onChosen: name => root.vm.choose(name.split(".")[1])
    onBack: root.vm.back()
}
