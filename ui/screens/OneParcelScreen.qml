import QtQuick
import KioskCore
import ui.controls

ServiceSheet {
    id: root

    required property OneParcelViewModel vm
    readonly property list<Choice> make: [
        Choice {
            name: "evidence.make"
            main: true
            glyph: "receipt"
            text: qsTr("Make the file")
        }
    ]

    about: vm
    say: qsTr("Evidence")
    glyph: vm.failed ? "warn" : ""
    bad: vm.failed
    note: vm.failed ? qsTr("It could not be made. Try once more.") : vm.none ? qsTr("The journal says nothing of it any more.") : qsTr("Names and words are hidden in the file.")
    choices: vm.any ? root.make : []
    onChosen: name => root.vm.act(name)
    onBack: root.vm.back()
}
