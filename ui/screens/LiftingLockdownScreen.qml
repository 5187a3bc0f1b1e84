import QtQuick
import KioskCore

ServiceWait {
    id: root

    required property LiftingLockdownViewModel vm

    about: vm
    say: qsTr("One moment")
}
