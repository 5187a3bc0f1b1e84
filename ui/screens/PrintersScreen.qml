import QtQuick
import KioskCore
import ui.controls

ServiceList {
    id: root

    required property PrintersViewModel vm
    readonly property list<Choice> waiting: [
        Choice {
            name: "printers.waiting"
            glyph: "receipt"
            text: qsTr("Labels that wait: %1").arg(root.vm.waiting)
        }
    ]

    about: vm
    prefix: "printer"
    reading: vm.reading
    say: qsTr("Printers")
    note: vm.none ? qsTr("No printer is configured.") : qsTr("%1 labels wait").arg(vm.waiting)
    empty: qsTr("Nothing is printed here. Whoever runs this kiosk adds a [[printer]] to kiosk.toml and starts it anew.")
    choices: vm.waiting > 0 ? root.waiting : []
    onChosen: name => root.vm.act(name)
    onBack: root.vm.back()
}
