import QtQuick
import KioskCore
import ui.controls

ServiceSheet {
    id: root

    required property OneBookingViewModel vm
    readonly property CannotWords cannot: CannotWords {}

    about: vm
    say: qsTr("Booking")
    glyph: vm.why ? "warn" : ""
    bad: vm.why !== ""
    note: cannot.of(vm.why)
    choices: [
        Choice {
            name: "booking.extend"
            main: true
            glyph: "clock"
            text: qsTr("Keep it longer")
        },
        Choice {
            name: "booking.codes"
            glyph: "again"
            text: qsTr("New codes")
        },
        Choice {
            name: "booking.cancel"
            glyph: "stop"
            text: qsTr("Cancel it")
        }
    ]
    onChosen: name => root.vm.act(name)
    onBack: root.vm.back()
}
