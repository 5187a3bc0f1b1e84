import QtQuick
import KioskCore
import ui.controls

ServiceSheet {
    id: root

    required property OneLabelViewModel vm
    readonly property PressWords presses: PressWords {}
    readonly property list<Choice> doubt: [
        Choice {
            name: "label.out"
            glyph: "ok"
            text: qsTr("It came out")
        },
        Choice {
            name: "label.lost"
            glyph: "stop"
            text: qsTr("It did not")
        }
    ]
    readonly property list<Choice> plain: [
        Choice {
            name: "label.print"
            main: true
            glyph: "print"
            text: qsTr("Print it now")
        },
        Choice {
            name: "label.drop"
            glyph: "close"
            text: qsTr("Not wanted any more")
        }
    ]

    about: vm
    say: qsTr("Mark %1").arg("\u2066" + vm.mark + "\u2069")
    glyph: presses.glyph(vm.pressed)
    bad: glyph === "warn"
    note: vm.unsure ? qsTr("Look whether it came out.") : presses.of(vm.pressed) || qsTr("A label that waits")
    choices: vm.unsure ? root.doubt : root.plain
    onChosen: name => root.vm.act(name)
    onBack: root.vm.back()
}
