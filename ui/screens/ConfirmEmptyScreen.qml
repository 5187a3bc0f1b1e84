import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property ConfirmEmptyViewModel vm
    readonly property bool others: vm.reason === "not_empty"    // somebody else's things may lie there

    aim: vm.door.aim
    step: 2
    steps: 3
    share: Theme.portrait ? 0.56 : 0.48

    wall: DoorWall {
        anchors.fill: parent
        vm: root.vm
        say: root.others ? qsTr("Do you have your parcel?") : qsTr("Is door %1 empty?").arg(root.vm.door.label)
        note: root.vm.other ? qsTr("Then door %1 opens for you.").arg(root.vm.other) : root.vm.door.staffed ? qsTr("Then the parcel stays with you.") : qsTr("Then this drop-off is cancelled.")
        tells: false
        longSay: true
    }

    Column {
        id: answers

        readonly property real tall: (parent.height - 2 * Theme.gap) / 3

        width: parent.width
        spacing: Theme.gap

        DoorButton {
            objectName: "empty.yes"
            glyph: "ok"
            text: root.others ? qsTr("Yes, I have my parcel") : qsTr("Yes, it is empty")
            width: parent.width
            height: answers.tall
            wraps: true
            tile: Theme.portrait
            onClicked: root.vm.declare(true)
        }
        DoorButton {
            objectName: "empty.no"
            glyph: "parcel"
            text: qsTr("No, my parcel is inside")
            width: parent.width
            height: answers.tall
            wraps: true
            tile: Theme.portrait
            onClicked: root.vm.declare(false)
        }
        DoorButton {
            objectName: "door.again"
            glyph: "again"
            text: qsTr("Open it again")
            width: parent.width
            height: answers.tall
            wraps: true
            tile: Theme.portrait
            onClicked: root.vm.open()
        }
    }
}
