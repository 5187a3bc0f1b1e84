import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property OutOfOrderViewModel vm

    journey: vm.place
    staffed: true
    onStaff: root.vm.askStaff()
    share: Theme.portrait ? 0.66 : 0.5

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: "tool"
        say: qsTr("This locker is taking a break")
        note: qsTr("Nothing opens at the moment. Parcels inside stay safe.")
    }

    Column {
        width: parent.width
        spacing: Theme.gap * (Theme.portrait ? 2 : 1)

        Notice {
            glyph: "clock"
            text: qsTr("Please come back later. Your code stays good.")
            width: parent.width
        }
        HelpCard {
            width: parent.width
            phone: root.vm.phone
            operator: root.vm.operator
        }
    }
}
