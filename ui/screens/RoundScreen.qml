import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property RoundViewModel vm

    journey: qsTr("Courier")
    wayBack: qsTr("Log out")
    onBack: root.vm.logOut()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("Your parcels here")
    }
}
