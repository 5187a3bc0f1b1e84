import QtQuick
import KioskCore
import ui.controls

ServiceSheet {
    id: root

    required property LockdownViewModel vm
    readonly property list<Choice> lift: [
        Choice {
            name: "lockdown.lift"
            main: true
            glyph: "ok"
            text: qsTr("Lift it, two people")
        }
    ]

    about: vm
    say: vm.reading ? qsTr("One moment") : vm.locked ? qsTr("Locked down") : qsTr("No lockdown")
    glyph: vm.reading ? "" : vm.locked ? "warn" : "ok"
    bad: vm.locked
    note: vm.lifted === "not" ? qsTr("It was not lifted. Try once more.") : vm.locked ? qsTr("Too many doors were asked for from afar. Two people here must lift this.") : vm.reading ? "" : vm.lifted === "done" ? qsTr("Doors may be opened from afar again.") : qsTr("Doors may be opened from afar.")
    choices: vm.locked ? root.lift : []
    onChosen: name => root.vm.act(name)
    onBack: root.vm.back()
}
