import QtQuick
import KioskCore

ServiceWait {
    id: root

    required property BookingUnderWayViewModel vm

    about: vm
    say: qsTr("One moment")
}
