import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property ConfirmRestartViewModel vm
    readonly property bool may: vm.openDoors === ""

    journey: qsTr("Service")
    wayBack: qsTr("Back")
    share: Theme.portrait ? 0.5 : 0.45
    primary: go.visible ? go : null
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: root.vm.supervised ? qsTr("Restart the kiosk?") : qsTr("End the kiosk?")
        note: root.vm.supervised ? qsTr("The screen goes dark for a moment. Bookings and reports are kept.") : qsTr("Bookings and reports are kept.")
    }

    Column {
        width: parent.width
        spacing: Theme.gap

        Notice {
            visible: !root.may
            width: parent.width
            glyph: "door"
            text: qsTr("Shut first, door: %1").arg(root.vm.openDoors)
        }
        Notice {
            visible: root.vm.failed
            width: parent.width
            glyph: "warn"
            text: qsTr("The kiosk cannot be ended from here.")
        }
        Notice {
            visible: !root.vm.supervised
            width: parent.width
            glyph: "warn"
            text: qsTr("It does not start again by itself here: somebody must start it.")
        }
    }
    DoorButton {
        id: go

        objectName: "restart.go"
        visible: root.may
        primary: true
        text: root.vm.supervised ? qsTr("Restart now") : qsTr("End now")
        size: Theme.act
        width: parent.width
        height: Theme.portrait ? 42 * Theme.mm : 26 * Theme.mm
        anchors.bottom: parent.bottom
        onClicked: root.vm.restart()
    }
}
