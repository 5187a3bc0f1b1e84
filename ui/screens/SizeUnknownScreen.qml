import QtQuick
import KioskCore

SizeChoice {
    id: root

    required property SizeUnknownViewModel vm

    about: vm
    journey: qsTr("Courier: put in")
    note: qsTr("There is no size %1 here. Your touch opens a door").arg("\u2068" + vm.size + "\u2069")
}
