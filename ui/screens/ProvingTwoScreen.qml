import QtQuick
import KioskCore
import ui.controls

Stage {
    id: root

    required property ProvingTwoViewModel vm

    journey: qsTr("Service: two people")
    helps: false
    share: 1

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("One moment")
    }
}
