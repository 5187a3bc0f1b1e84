import KioskCore

StaffWait {
    id: root

    required property AllowingViewModel vm

    journey: qsTr("Courier: collect")
    about: vm
}
