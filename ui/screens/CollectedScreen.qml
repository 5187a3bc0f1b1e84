import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property CollectedViewModel vm

    journey: qsTr("Courier: collect")
    share: Theme.portrait ? 0.56 : 0.48
    primary: finish

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: root.vm.taken === root.vm.total ? "ok" : ""
        tone: Theme.colors.goodOnWall
        say: root.vm.total === 0 ? qsTr("Nothing to collect") : qsTr("%1 of %2 taken out").arg(root.vm.taken).arg(root.vm.total)
        lit: [...root.vm.missing, ...root.vm.left]
        look: "problem"
    }

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.gap

        Notice {
            visible: root.vm.missing.length > 0
            width: parent.width
            glyph: "empty"
            text: qsTr("Missing and reported: door %1").arg(root.vm.missing.join(", "))
        }
        Notice {
            visible: root.vm.left.length > 0
            width: parent.width
            glyph: "parcel"
            text: qsTr("Left inside: door %1").arg(root.vm.left.join(", "))
        }
        Notice {
            visible: root.vm.total > 0 && root.vm.taken === root.vm.total
            width: parent.width
            glyph: "ok"
            text: qsTr("Everything is out.")
        }
    }
    DoorButton {
        id: finish

        objectName: "collected.finish"
        primary: true
        text: qsTr("Back to the list")
        width: parent.width
        height: Theme.portrait ? 40 * Theme.mm : 24 * Theme.mm
        anchors.bottom: parent.bottom
        onClicked: root.vm.finish()
    }
}
