import KioskCore

StaffWait {
    id: root

    required property AskingViewModel vm

    journey: qsTr("Courier: move")
    about: vm
}
