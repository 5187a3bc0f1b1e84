import QtQuick
import KioskCore

ServiceList {
    id: root

    required property ParkedListViewModel vm

    about: vm
    prefix: "parked"
    reading: vm.reading
    say: qsTr("Set aside")
    note: qsTr("Refused for good. Nobody is told unless you say so.")
    empty: qsTr("Nothing is set aside.")
    onBack: root.vm.back()
}
