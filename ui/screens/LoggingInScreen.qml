import KioskCore

StaffWait {
    id: root

    required property LoggingInViewModel vm

    journey: qsTr("Staff")
    about: vm
}
