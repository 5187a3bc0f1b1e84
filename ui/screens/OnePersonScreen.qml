import QtQuick
import KioskCore
import ui.controls

ServiceSheet {
    id: root

    required property OnePersonViewModel vm
    readonly property var callings: ({
            "technician": qsTr("A technician"),
            "supervisor": qsTr("A supervisor"),
            "courier": qsTr("A courier")
        })
    readonly property var cared: ({
            "lifted": qsTr("The PIN is heard again."),
            "disabled": qsTr("Nobody gets in by this account any more."),
            "not": qsTr("That was not possible: look once more.")
        })
    readonly property list<Choice> acts: [
        Choice {
            name: "person.lift"
            main: root.vm.lifts
            glyph: "ok"
            text: qsTr("Lift the lock-out")
        },
        Choice {
            name: "person.disable"
            glyph: "close"
            text: qsTr("Disable the account")
        }
    ]

    about: vm
    say: root.callings[vm.calling]
    glyph: vm.cared === "" ? "" : vm.cared === "not" ? "warn" : "ok"
    bad: vm.cared === "not"
    note: vm.cared ? root.cared[vm.cared] : vm.own ? qsTr("This is you: somebody else looks after your account.") : vm.supervisor ? "" : qsTr("Lock-outs and accounts are for a supervisor, or the console.")
    choices: root.acts.filter(one => one.name === "person.lift" ? root.vm.lifts : root.vm.disables)
    onChosen: name => root.vm.act(name)
    onBack: root.vm.back()
}
