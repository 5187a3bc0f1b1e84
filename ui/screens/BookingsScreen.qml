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
    note: vm.done === "cancelled" ? qsTr("It is cancelled.") : vm.done === "extended" ? qsTr("Its end is put off.") : qsTr("Reservations of this locker's own")
    empty: qsTr("No reservation was made here.")
    choices: [
        Choice {
            name: "bookings.new"
            main: true
            glyph: "store"
            text: qsTr("New reservation")
        }
    ]
    onChosen: name => root.vm.act(name)
    onBack: root.vm.back()
}
