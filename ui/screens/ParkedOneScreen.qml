import QtQuick
import KioskCore
import ui.controls

ServiceSheet {
    id: root

    required property ParkedOneViewModel vm

    about: vm
    say: qsTr("Set aside")
    glyph: vm.failed ? "warn" : ""
    bad: vm.failed
    note: vm.failed ? qsTr("That was not possible: look at the list once more.") : "\u2066" + vm.name + "\u2069"
    choices: [
        Choice {
            name: "parked.retry"
            main: true
            glyph: "again"
            text: qsTr("Tell it once more")
        },
        Choice {
            name: "parked.give_up"
            glyph: "close"
            text: qsTr("Give it up")
        }
    ]
    onChosen: name => root.vm.act(name)
    onBack: root.vm.back()
}
