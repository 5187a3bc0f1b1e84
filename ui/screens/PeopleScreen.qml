import QtQuick
import KioskCore

ServiceList {
    id: root

    required property PeopleViewModel vm

    about: vm
    prefix: "person"
    reading: vm.reading
    say: qsTr("Who works here")
    glyph: vm.locked > 0 ? "lock" : ""
    bad: vm.locked > 0
    note: vm.locked > 0 ? qsTr("Locked out: %1").arg(vm.locked) : qsTr("Technicians, and couriers with a PIN or badge here.")
    empty: qsTr("Nobody is enrolled here.")
    onBack: root.vm.back()
}
