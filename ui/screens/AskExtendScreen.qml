import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property AskExtendViewModel vm

    aim: "extend"
    step: 2
    steps: 3
    wayBack: qsTr("Cancel")
    share: Theme.portrait ? 0.6 : 0.5
    primary: yes
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: "clock"
        tone: Theme.colors.lamp
        say: qsTr("Keep it here longer?")
        note: qsTr("Until %1").arg(root.vm.until)
        loud: true
        lit: [root.vm.door.label]
        look: "offer"
    }

    DoorButton {
        id: yes

        objectName: "extend.yes"
        primary: true
        text: qsTr("Yes, keep it")
        note: root.vm.price ? qsTr("To pay: %1").arg(root.vm.price) : qsTr("It costs nothing")
        size: Theme.act * (Theme.portrait ? 1.15 : 1)
        wraps: true
        width: parent.width
        anchors.top: parent.top
        anchors.bottom: no.top
        anchors.bottomMargin: Theme.gap
        onClicked: root.vm.agree()
    }
    DoorButton {
        id: no

        objectName: "extend.no"
        text: qsTr("No, leave it as it is")
        size: Theme.body
        wraps: true
        width: parent.width
        height: Theme.portrait ? 30 * Theme.mm : 26 * Theme.mm
        anchors.bottom: parent.bottom
        onClicked: root.vm.disagree()
    }
}
