import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property RoundDoneViewModel vm

    journey: qsTr("Courier")
    primary: finish

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("You are done here")
    }

    DoorButton {
        id: finish

        objectName: "round.finish"
        primary: true
        text: qsTr("Log out")
        width: parent.width
        height: 30 * Theme.mm
        anchors.bottom: parent.bottom
        onClicked: root.vm.finish()
    }
}
