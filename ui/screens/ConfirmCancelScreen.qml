import QtQuick
import KioskCore
import ui.controls

ServiceAsk {
    id: root

    required property ConfirmCancelViewModel vm

    about: vm
    say: qsTr("Cancel it?")
    note: "\u2066" + vm.ref + "\u2069"
    choices: [
        Choice {
            name: "booking.cancel"
            main: true
            glyph: "stop"
            text: qsTr("Yes, cancel it")
        }
    ]
    onChosen: name => root.vm.act(name)
    onBack: root.vm.back()
}
