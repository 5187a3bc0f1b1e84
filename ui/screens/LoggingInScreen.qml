import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property LoggingInViewModel vm

    journey: qsTr("Staff")
    helps: false

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("One moment")
    }
}
