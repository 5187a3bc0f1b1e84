import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property StillThereViewModel vm
    readonly property Countdown time: Countdown {
        seconds: root.vm.seconds
    }

    journey: vm.place
    wayBack: qsTr("Finish")
    share: Theme.portrait ? 0.6 : 0.48
    primary: stay
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: "clock"
        tone: Theme.colors.lamp
        say: qsTr("Are you still there?")
        note: qsTr("Otherwise this ends, so that nobody sees what is yours.")
    }

    DoorButton {
        id: stay

        objectName: "stay.here"
        primary: true
        text: qsTr("I am still here")
        size: Theme.act * (Theme.portrait ? 1.3 : 1.1)
        width: parent.width
        anchors.top: parent.top
        anchors.bottom: left.top
        anchors.bottomMargin: Theme.gap
        onClicked: root.vm.stay()
    }
    TimeLeft {
        id: left

        width: parent.width
        anchors.bottom: parent.bottom
        text: qsTr("Time left")
        time: root.time
    }
}
