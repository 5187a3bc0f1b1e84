import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property LabelReadyViewModel vm

    aim: vm.door.aim
    step: 1
    steps: 3
    wayBack: qsTr("Cancel")
    share: Theme.portrait ? 0.32 : 0.42
    primary: act
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: "ok"
        tone: Theme.colors.goodOnWall
        say: qsTr("Stick it on your parcel")
        note: qsTr("Flat, with all of its codes to be seen. Then your door opens.")
    }

    LabelSheet {
        picture: root.vm.picture
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: again.visible ? again.top : act.top
        anchors.bottomMargin: Theme.gap * 1.5
    }
    DoorButton {
        id: again

        objectName: "label.again"
        visible: root.vm.mayPrint
        glyph: "print"
        text: qsTr("Print it again")
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
