import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property ChooseStoreViewModel vm

    aim: "store"
    step: 1
    steps: 3
    wayBack: qsTr("Cancel")
    share: Theme.portrait ? 0.56 : 0.48
    onBack: root.vm.back()

    wall: DoorWall {
        anchors.fill: parent
        vm: root.vm
        say: qsTr("is your\nstore")
        look: "offer"
    }

    Column {
        id: ways

        readonly property real tall: (parent.height - spacing) / 2

        width: parent.width
        spacing: Theme.gap

        DoorButton {
            objectName: "store.open"
            glyph: "dooropen"
            text: qsTr("Open, and go on storing")
            note: Theme.portrait ? qsTr("Look in, take something, add something") : ""
            size: Theme.act
            wraps: true
            tile: Theme.portrait
            width: parent.width
            height: ways.tall
            onClicked: root.vm.choose(false)
        }
        DoorButton {
            objectName: "store.end"
            glyph: "pickup"
            text: qsTr("Take everything and end")
            note: root.vm.price ? qsTr("To pay: %1").arg(root.vm.price) : ""
            size: Theme.act
            wraps: true
            tile: Theme.portrait
            width: parent.width
            height: ways.tall
            onClicked: root.vm.choose(true)
        }
    }
}
