import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property DeliveringViewModel vm

    journey: qsTr("Courier")
    helps: false

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("One moment")
        lit: root.vm.door.label ? [root.vm.door.label] : []
        look: "offer"
    }

    Notice {
        glyph: "parcel"
        text: root.vm.door.label ? "\u2066… " + root.vm.short + "\u2069 → " + qsTr("Door %1").arg(root.vm.door.label) : "\u2066… " + root.vm.short + "\u2069"
        anchors.left: parent.left
        anchors.right: parent.right
    }
}
