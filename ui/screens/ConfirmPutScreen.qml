import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property ConfirmPutViewModel vm

    aim: vm.door.aim
    step: 2
    steps: 3
    share: Theme.portrait ? 0.56 : 0.48

    wall: DoorWall {
        anchors.fill: parent
        vm: root.vm
        say: root.vm.door.stores ? qsTr("Are your things inside?") : qsTr("Is your parcel inside?")
        note: root.vm.soon ? qsTr("The door was open for a moment only.") : qsTr("The door is shut.")
        tells: false
        longSay: true
    }

    Column {
        id: answers

        readonly property real tall: (parent.height - 2 * Theme.gap) / 3

        width: parent.width
        spacing: Theme.gap

        DoorButton {
            objectName: root.vm.soon ? "door.again" : "put.yes"
            glyph: root.vm.soon ? "again" : "ok"
            text: root.vm.soon ? qsTr("Open it again") : qsTr("Yes, it is inside")
            width: parent.width
            height: answers.tall
            wraps: true
            tile: Theme.portrait
            onClicked: root.vm.soon ? root.vm.open() : root.vm.declare(true)
        }
        DoorButton {
            objectName: root.vm.soon ? "put.yes" : "door.again"
            glyph: root.vm.soon ? "ok" : "again"
            text: root.vm.soon ? qsTr("Yes, it is inside") : qsTr("Open it again")
            width: parent.width
            height: answers.tall
            wraps: true
            tile: Theme.portrait
            onClicked: root.vm.soon ? root.vm.declare(true) : root.vm.open()
        }
        DoorButton {
            objectName: "put.no"
            glyph: "close"
            text: qsTr("No, I take it with me")
            width: parent.width
            height: answers.tall
            wraps: true
            tile: Theme.portrait
            onClicked: root.vm.declare(false)
        }
    }
}
