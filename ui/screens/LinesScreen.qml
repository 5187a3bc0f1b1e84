import QtQuick
import KioskCore

ServiceList {
    id: root

    required property LinesViewModel vm

    about: vm
    prefix: "line"
    reading: vm.reading
    say: qsTr("Lines")
    note: qsTr("Network, clock, cloud, outbox")
    onBack: root.vm.back()
}
