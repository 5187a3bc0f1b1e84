import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property ReservingViewModel vm

    aim: vm.aim
    step: 1
    steps: 3
    helps: false
    share: Theme.portrait ? 0.68 : 0.5

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("One moment")
        note: qsTr("We keep a door for you")
    }

    Notice {
        glyph: "clock"
        text: qsTr("Your door is being chosen")
        anchors.left: parent.left
        anchors.right: parent.right
    }
}
