import KioskCore

StaffWait {
    id: root

    required property TellingViewModel vm

    journey: qsTr("Courier: report")
    about: vm
}
