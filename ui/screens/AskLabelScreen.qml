import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property AskLabelViewModel vm

    aim: vm.door.aim
    step: 1
    steps: 3
    wayBack: qsTr("Cancel")
    share: Theme.portrait ? 0.56 : 0.48
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: "question"
        tone: Theme.colors.lamp
        say: qsTr("Did your label come out?")
        note: qsTr("The printer does not say so. Look into its slot.")
    }

    Column {
        id: answers

        readonly property real tall: (parent.height - spacing) / 2

        width: parent.width
        spacing: Theme.gap

        DoorButton {
            objectName: "label.yes"
            glyph: "ok"
            text: qsTr("Yes, I have it")
            size: Theme.act
            wraps: true
            width: parent.width
            height: answers.tall
            onClicked: root.vm.seen(true)
        }
        DoorButton {
            objectName: "label.no"
            glyph: "close"
            text: qsTr("No, nothing whole")
            size: Theme.act
            wraps: true
            width: parent.width
            height: answers.tall
            onClicked: root.vm.seen(false)
        }
    }
}
