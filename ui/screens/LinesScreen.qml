import QtQuick
import KioskCore

ServiceList {
    id: root

    required property LinesViewModel vm

    about: vm
    prefix: "line"
    reading: vm.reading
    say: qsTr("Network and cloud")
    note: qsTr("How the locker reaches the world")
    onBack: root.vm.back()
}
