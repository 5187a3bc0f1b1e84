import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property StaffEntranceViewModel vm

    journey: qsTr("Staff")
    wayBack: qsTr("Back")
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("Hold up your token")
    }
}
