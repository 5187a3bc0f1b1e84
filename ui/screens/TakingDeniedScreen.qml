import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property TakingDeniedViewModel vm

    journey: qsTr("Courier: collect")
    wayBack: qsTr("Back")
    share: Theme.portrait ? 0.72 : 0.48
    primary: finish
    onBack: root.vm.finish()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: "stop"
        tone: Theme.colors.badOnWall
        say: qsTr("Taking out needs a PIN")
        note: qsTr("No door was opened. Your office can give you a PIN. You can still put parcels in.")
    }

    DoorButton {
        id: finish

        objectName: "denied.finish"
        primary: true
        text: qsTr("Back to the list")
        width: parent.width
        height: (Theme.portrait ? 40 : 24) * Theme.mm
        anchors.bottom: parent.bottom
        onClicked: root.vm.finish()
    }
}
