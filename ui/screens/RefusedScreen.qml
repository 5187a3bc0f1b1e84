import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property RefusedViewModel vm

    journey: vm.place
    step: 1
    steps: 3
    wayBack: qsTr("Start over")
    share: Theme.portrait ? 0.58 : 0.48
    primary: retry
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: "stop"
        tone: Theme.colors.badOnWall
        say: qsTr("We cannot open with this code here")
        note: qsTr("It may be for another locker or have expired.")
    }

    DoorButton {
        id: retry

        objectName: "refused.again"
        primary: true
        text: qsTr("Type again")
        size: Theme.act * (Theme.portrait ? 1.15 : 1)
        width: parent.width
        height: Theme.portrait ? 42 * Theme.mm : 30 * Theme.mm
        onClicked: root.vm.again()
    }
    DoorButton {
        objectName: "refused.scan"
        visible: root.vm.camera
        glyph: "scan"
        text: qsTr("Show it to the camera")
        size: Theme.body
        width: parent.width
        height: Theme.portrait ? 28 * Theme.mm : Theme.key
        anchors.top: retry.bottom
        anchors.topMargin: Theme.gap
        onClicked: root.vm.again()
    }
    HelpCard {
        width: parent.width
        anchors.bottom: parent.bottom
        phone: root.vm.phone
        operator: root.vm.operator
    }
}
