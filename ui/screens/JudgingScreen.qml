import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property JudgingViewModel vm

    journey: qsTr("Courier")
    helps: false

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("One moment")
    }

    Notice {
        glyph: "parcel"
        text: "\u2066… " + root.vm.short + "\u2069"
        anchors.left: parent.left
        anchors.right: parent.right
    }
}
