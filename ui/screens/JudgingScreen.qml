import KioskCore

StaffWait {
    id: root

    required property JudgingViewModel vm

    journey: qsTr("Courier: put in")
    about: vm
    note: "\u2066…\u00a0" + vm.short + "\u2069"
}
