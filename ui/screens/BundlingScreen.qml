import QtQuick
import KioskCore
import ui.controls

Stage {
    id: root

    required property BundlingViewModel vm

    journey: qsTr("Service")
    helps: false
    share: 1

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("The file is being made")
        note: qsTr("That takes a moment.")
    }
}
