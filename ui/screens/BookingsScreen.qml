import QtQuick
import KioskCore
import ui.controls

ServiceList {
    id: root

    required property BookingsViewModel vm

    about: vm
    prefix: "booking"
    reading: vm.reading
    say: qsTr("Bookings")
    glyph: vm.done ? "ok" : ""
    note: vm.done === "cancelled" ? qsTr("It is cancelled.") : vm.done === "extended" ? qsTr("It is kept longer.") : qsTr("This locker's own bookings")
    empty: qsTr("No booking was made here.")
    choices: [
        Choice {
            name: "bookings.new"
            main: true
            glyph: "store"
            text: qsTr("New booking")
        }
    ]
    onChosen: name => root.vm.act(name)
    onBack: root.vm.back()
}
