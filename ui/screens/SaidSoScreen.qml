import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property SaidSoViewModel vm

    journey: qsTr("Courier: report")
    share: Theme.portrait ? 0.72 : 0.48
    primary: finish

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: root.vm.recorded ? "ok" : "warn"
        tone: root.vm.recorded ? Theme.colors.goodOnWall : Theme.colors.badOnWall
        say: root.vm.recorded ? qsTr("Noted") : qsTr("Not noted")
        note: !root.vm.recorded ? qsTr("It could not be recorded. Please tell your office.") : root.vm.marked ? qsTr("The parcel is marked; its sender's system is told.") : qsTr("The operator is told.")
    }

    DoorButton {
        id: finish

        objectName: "said.finish"
        primary: true
        text: qsTr("Back to the list")
        width: parent.width
        height: (Theme.portrait ? 40 : 24) * Theme.mm
        anchors.bottom: parent.bottom
        onClicked: root.vm.finish()
    }
}
