import QtQuick
import KioskCore
import ui.controls

ServiceAsk {
    id: root

    required property WhyGiveUpViewModel vm

    about: vm
    say: qsTr("Why need nobody be told?")
    note: "\u2066" + vm.name + "\u2069"
    choices: [
        Choice {
            name: "reason.told_otherwise"
            glyph: "phone"
            text: qsTr("The cloud's people know it")
        },
        Choice {
            name: "reason.gone_there"
            glyph: "empty"
            text: qsTr("The cloud has no such parcel")
        },
        Choice {
            name: "reason.a_try"
            glyph: "tool"
            text: qsTr("It was only a test")
        },
        Choice {
            name: "reason.other"
            glyph: "next"
            text: qsTr("Something else")
        }
    ]
    onChosen: name => root.vm.choose(name.split(".")[1])
    onBack: root.vm.back()
}
