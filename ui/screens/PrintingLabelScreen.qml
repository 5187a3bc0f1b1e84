import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property PrintingLabelViewModel vm

    aim: vm.door.aim
    step: 1
    steps: 3
    helps: false
    share: Theme.portrait ? 0.32 : 0.42

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: "print"
        tone: Theme.colors.lamp
        say: qsTr("Your label is being printed")
        note: qsTr("It comes out of the slot of this locker.")
    }

    LabelSheet {
        picture: root.vm.picture
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: wait.top
        anchors.bottomMargin: Theme.gap * 1.5
    }
    Notice {
        id: wait

        glyph: "clock"
        text: qsTr("That takes a few seconds")
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
    }
}
