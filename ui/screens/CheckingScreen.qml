import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property CheckingViewModel vm

    journey: vm.place
    step: 1
    steps: 3
    helps: false
    share: Theme.portrait ? 0.68 : 0.5

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("One moment")
        note: qsTr("We look for your door")
    }

    Notice {
        glyph: "clock"
        text: qsTr("Your code is being checked")
        anchors.left: parent.left
        anchors.right: parent.right
    }
}
