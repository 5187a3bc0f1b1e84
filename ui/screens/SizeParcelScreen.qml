import QtQuick
import KioskCore

SizeChoice {
    id: root

    required property SizeParcelViewModel vm

    about: vm
    journey: qsTr("Courier: new parcel")
    step: 3
    steps: 3
    note: qsTr("Your touch opens the door")
}
