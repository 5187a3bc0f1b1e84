import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property ShowCodeViewModel vm
    readonly property string whose: vm.mine ? qsTr("It opens your door. Keep it, or take a picture of it.") : vm.told ? qsTr("A message with it is on its way to the receiver. You can pass it on as well.") : qsTr("Pass it on to the receiver: it opens the door. A picture of it will do.")

    aim: vm.door.aim
    step: 3
    steps: 3
    share: Theme.portrait ? 0.42 : 0.36
    primary: finish

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: "ok"
        tone: Theme.colors.goodOnWall
        say: qsTr("This is the code")
        note: paper.words.wall || root.whose
        lit: [root.vm.door.label]
        look: "done"
    }

    CodeCard {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: paper.visible ? paper.top : finish.top
        anchors.bottomMargin: Theme.gap * 1.5
        code: root.vm.code
        modules: root.vm.qr
        side: root.vm.qrSide
        door: qsTr("Door %1").arg(root.vm.door.label)
        datum: root.vm.datum
        until: root.vm.until ? qsTr("Until %1").arg(root.vm.until) : ""
    }
    PaperOffer {
        id: paper

        vm: root.vm.paper
        screen: "code"
        width: parent.width
        anchors.bottom: finish.top
        anchors.bottomMargin: Theme.gap
    }
    DoorButton {
        id: finish

        objectName: "code.finish"
        primary: true
        text: qsTr("Finish")
        size: Theme.act * (Theme.portrait ? 1.15 : 1)
        width: parent.width
        height: Theme.portrait ? 38 * Theme.mm : 22 * Theme.mm
        anchors.bottom: parent.bottom
        onClicked: root.vm.finish()
    }
}
