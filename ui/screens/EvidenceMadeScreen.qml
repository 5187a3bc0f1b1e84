import QtQuick
import KioskCore
import ui.controls

ServiceSheet {
    id: root

    required property EvidenceMadeViewModel vm

    about: vm
    say: qsTr("The file is made")
    glyph: vm.sound ? "ok" : "warn"
    bad: !vm.sound
    note: vm.sound ? qsTr("Copy it from there, or fetch it from afar as shown.") : qsTr("The chain is broken: tell the operator at once.")
    choices: [
        Choice {
            name: "evidence.finish"
            main: true
            glyph: "ok"
            text: qsTr("Done")
        }
    ]
    onChosen: name => root.vm.act(name)
    onBack: root.vm.back()
}
