import QtQuick
import KioskCore
import ui.controls

Stage {
    id: root

    required property RestartingViewModel vm

    journey: qsTr("Service")
    helps: false
    share: 1

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: root.vm.supervised ? qsTr("The kiosk starts again") : qsTr("The kiosk ends")
        note: root.vm.supervised ? qsTr("That takes a moment.") : qsTr("It does not start again by itself here.")
    }
}
