import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property OfferLabelViewModel vm

    aim: vm.door.aim
    step: 1
    steps: 3
    wayBack: qsTr("Cancel")
    share: Theme.portrait ? 0.32 : 0.42
    primary: root.vm.drawn ? act : null
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: "print"
        tone: Theme.colors.lamp
        say: qsTr("Your parcel needs a label")
        note: qsTr("Print it, stick it on, then your door opens.")
    }

    Notice {
        visible: !root.vm.drawn
        glyph: "clock"
        text: qsTr("Your label is being drawn")
        anchors.left: parent.left
        anchors.right: parent.right
    }
    LabelSheet {
        visible: root.vm.drawn
        picture: root.vm.picture
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: act.top
        anchors.bottomMargin: Theme.gap * 1.5
    }
    DoorButton {
        id: act

        objectName: "label.print"
        visible: root.vm.drawn
        primary: true
        text: qsTr("Print my label")
        size: Theme.act * (Theme.portrait ? 1.15 : 1)
        width: parent.width
        height: Theme.portrait ? 38 * Theme.mm : 22 * Theme.mm
        anchors.bottom: parent.bottom
        onClicked: root.vm.print()
    }
}
