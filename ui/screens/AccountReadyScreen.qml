import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property AccountReadyViewModel vm

    journey: qsTr("Service")
    wayBack: qsTr("Finish")
    share: Theme.portrait ? 0.62 : 0.5
    primary: logIn
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: "ok"
        tone: Theme.colors.goodOnWall
        say: root.vm.unlocked ? qsTr("Your account is unlocked") : qsTr("Your account is made")
        note: qsTr("Your id is %1").arg("\u2068" + root.vm.account + "\u2069")
    }

    Notice {
        glyph: "tool"
        text: root.vm.unlocked ? qsTr("Log in with your id and your PIN.") : qsTr("From now on log in with your id and your PIN.")
        anchors.left: parent.left
        anchors.right: parent.right
    }
    DoorButton {
        id: logIn

        objectName: "staff.log_in"
        primary: true
        text: qsTr("Log in")
        width: parent.width
        height: Theme.portrait ? 40 * Theme.mm : Theme.key * 1.2
        anchors.bottom: parent.bottom
        onClicked: root.vm.logIn()
    }
}
