import QtQuick
import KioskCore

ServiceList {
    id: root

    required property WaitingLabelsViewModel vm

    about: vm
    prefix: "label"
    say: qsTr("Labels that wait")
    note: qsTr("The mark is written on the parcel.")
    empty: qsTr("None waits.")
    onBack: root.vm.back()
}
