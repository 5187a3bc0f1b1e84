import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property ConfirmRefuseViewModel vm

    aim: "refuse"
    step: 2
    steps: 3
    wayBack: qsTr("Cancel")
    share: Theme.portrait ? 0.6 : 0.5
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: "return"
        say: qsTr("Send this parcel back?")
        note: qsTr("Its door stays shut, your code ends, and it goes back to the sender.")
        lit: [root.vm.door.label]
        look: "offer"
    }

    Column {
        id: answers

        readonly property real tall: (parent.height - spacing) / 2

        width: parent.width
        spacing: Theme.gap

        DoorButton {
            objectName: "refuse.yes"
            glyph: "return"
            text: qsTr("Yes, send it back")
            size: Theme.act
            wraps: true
            width: parent.width
            height: answers.tall
            onClicked: root.vm.agree()
        }
        DoorButton {
            objectName: "refuse.no"
            glyph: "parcel"
            text: qsTr("No, I still want it")
            size: Theme.act
            wraps: true
            width: parent.width
            height: answers.tall
            onClicked: root.vm.disagree()
        }
    }
}
