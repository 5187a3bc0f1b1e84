import KioskCore

StaffWait {
    id: root

    required property DeliveringViewModel vm

    journey: qsTr("Courier: put in")
    about: vm
    note: "\u2066…\u00a0" + vm.short + "\u2069" + (vm.door.label ? "\n" + qsTr("Door %1").arg(vm.door.label) : "")
    doors: vm.door.label ? [vm.door.label] : []
}
