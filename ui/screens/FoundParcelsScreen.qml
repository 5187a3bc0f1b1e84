import QtQuick
import KioskCore

ServiceList {
    id: root

    required property FoundParcelsViewModel vm

    about: vm
    prefix: "parcel"
    say: qsTr("Which of these?")
    note: qsTr("The newest first")
    onBack: root.vm.back()
}
