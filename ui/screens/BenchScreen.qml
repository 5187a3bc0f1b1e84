import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property BenchViewModel vm

    journey: qsTr("Service")
    wayBack: qsTr("Log out")
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("Service")
        note: root.vm.account
    }
}
