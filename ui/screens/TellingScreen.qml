import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property TellingViewModel vm

    journey: qsTr("Courier")
    helps: false
    share: 1

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: "clock"
        tone: Theme.colors.lamp
        say: qsTr("One moment")
    }
}
