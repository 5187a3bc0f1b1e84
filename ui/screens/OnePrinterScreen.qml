import QtQuick
import KioskCore
import ui.controls

ServiceSheet {
    id: root

    required property OnePrinterViewModel vm
    readonly property PressWords presses: PressWords {}

    about: vm
    say: qsTr("Printer")
    glyph: presses.glyph(vm.pressed)
    bad: glyph === "warn"
    note: presses.of(vm.pressed)
    choices: [
        Choice {
            name: "printer.roll"
            main: true
            glyph: "again"
            text: qsTr("A new roll is in")
        },
        Choice {
            name: "printer.test"
            glyph: "print"
            text: qsTr("Print a test page")
        }
    ]
    onChosen: name => root.vm.act(name)
    onBack: root.vm.back()
}
