import QtQuick
import KioskCore
import ui.controls

ServiceAsk {
    id: root

    required property BookingEndViewModel vm

    about: vm
    say: qsTr("How much longer?")
    note: qsTr("Now until %1").arg(vm.until)
    choices: [
        Choice {
            name: "days.1"
            glyph: "clock"
            text: qsTr("1 day")
        },
        Choice {
            name: "days.3"
            glyph: "clock"
            text: qsTr("3 days")
        },
        Choice {
            name: "days.7"
            glyph: "clock"
            text: qsTr("7 days")
        }
    ]
    onChosen: name => root.vm.choose(name.split(".")[1])
    onBack: root.vm.back()
}
