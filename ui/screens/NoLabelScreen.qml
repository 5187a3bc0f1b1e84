import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property NoLabelViewModel vm

    aim: vm.door.aim
    step: 1
    steps: 3
    wayBack: qsTr("Cancel")
    share: Theme.portrait ? 0.34 : 0.42
    primary: act
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: "you"
        tone: Theme.colors.lamp
        say: qsTr("Write this on your parcel")
        note: qsTr("No label comes out now. Staff print it later, and find your parcel by this.")
    }

    CodeCard {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: again.visible ? again.top : act.top
        anchors.bottomMargin: Theme.gap * 1.5
        code: root.vm.mark
        modules: root.vm.qr
        side: root.vm.qrSide
        door: Theme.portrait ? qsTr("Large, and on the top") : ""
        until: qsTr("No pen? Take a picture of it, and call us.")
    }
    DoorButton {
        id: again

        objectName: "label.again"
        visible: root.vm.mayPrint
        glyph: "print"
        text: qsTr("Try to print once more")
        size: Theme.body
        width: parent.width
        height: Theme.portrait ? 24 * Theme.mm : 16 * Theme.mm
        anchors.bottom: act.top
        anchors.bottomMargin: Theme.gap
        onClicked: root.vm.print()
    }
    DoorButton {
        id: act

        objectName: "label.open"
        primary: true
        text: qsTr("Open the door")
        size: Theme.act * (Theme.portrait ? 1.15 : 1)
        width: parent.width
        height: Theme.portrait ? 38 * Theme.mm : 22 * Theme.mm
        anchors.bottom: parent.bottom
        onClicked: root.vm.open()
    }
}
