import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property PassingGateViewModel vm
    readonly property bool pays: vm.demand === "payment"

    aim: vm.door.aim
    step: 1
    steps: 3
    wayBack: qsTr("Cancel")
    share: Theme.portrait ? 0.62 : 0.5
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: root.pays ? "card" : "you"
        tone: Theme.colors.lamp
        say: root.pays ? qsTr("Please pay at the card reader") : qsTr("Please show who you are")
        note: root.pays ? qsTr("Hold your card or telephone to it.") : qsTr("The sender asks for it. Follow the reader beside the screen.")
    }

    Words {
        id: price

        visible: root.pays && text !== ""
        text: root.vm.price
        bold: true
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.body
        font.pixelSize: Theme.title * (Theme.portrait ? 2 : 1.6)
        anchors.left: parent.left
        anchors.right: parent.right
    }
    Notice {
        glyph: "clock"
        text: root.pays ? qsTr("Then it goes on by itself") : qsTr("Your door opens by itself after that")
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: price.visible ? price.bottom : parent.top
        anchors.topMargin: price.visible ? Theme.gap * 2 : 0
    }
}
