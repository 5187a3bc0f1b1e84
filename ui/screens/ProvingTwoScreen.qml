import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property ProvingTwoViewModel vm

    journey: qsTr("Two people")
    helps: false
    share: Theme.portrait ? 0.62 : 0.5

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("One moment")
    }
}
