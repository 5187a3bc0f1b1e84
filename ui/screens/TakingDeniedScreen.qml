import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property TakingDeniedViewModel vm

    journey: qsTr("Courier")
    wayBack: qsTr("Back")
    share: Theme.portrait ? 0.66 : 0.52
    primary: finish
    onBack: root.vm.finish()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: "stop"
        tone: Theme.colors.badOnWall
        say: qsTr("Taking out needs a PIN")
        note: qsTr("Nothing was opened. Your office can give you a PIN for this locker; putting in goes on without one.")
    }

    DoorButton {
        id: finish

        objectName: "denied.finish"
        primary: true
        text: qsTr("Back to the list")
        wraps: true
        width: parent.width
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        onClicked: root.vm.finish()
    }
}
