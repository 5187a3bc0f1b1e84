import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property NextStopViewModel vm
    readonly property string parcel: "\u2066…\u00a0" + vm.short + "\u2069"

    journey: qsTr("Courier: put in")
    far: planning ? "" : qsTr("%1 of %2").arg(vm.number).arg(vm.total)
    wayBack: qsTr("Back")
    share: planning ? 1 : Theme.portrait ? 0.58 : 0.48
    primary: planning ? null : open
    onBack: root.vm.back()

    readonly property bool planning: vm.planning

    wall: [
        DoorWall {
            visible: !root.planning
            anchors.fill: parent
            vm: root.vm
            say: root.parcel
            note: root.vm.shared ? qsTr("Beside the parcel that lies there") : ""
            look: "offer"
        },
        SayWall {
            visible: root.planning
            anchors.fill: parent
            bank: root.vm.bank
            glyph: "clock"
            tone: Theme.colors.lamp
            say: qsTr("One moment")
            note: qsTr("Looking for another door")
        }
    ]

    DoorButton {
        id: open

        objectName: "stop.open"
        visible: !root.planning
        primary: true
        text: qsTr("Open door %1").arg(root.vm.door.label)
        note: Theme.portrait ? qsTr("For the parcel %1").arg(root.parcel) : ""
        wraps: true
        width: parent.width
        anchors.top: parent.top
        anchors.bottom: skip.top
        anchors.bottomMargin: Theme.gap
        onClicked: root.vm.open()
    }
    DoorButton {
        id: skip

        objectName: "stop.skip"
        visible: !root.planning
        text: qsTr("Not this one")
        note: Theme.portrait ? qsTr("It goes back with you") : ""
        size: Theme.body
        width: parent.width
        height: Theme.portrait ? 34 * Theme.mm : 24 * Theme.mm
        anchors.bottom: parent.bottom
        onClicked: root.vm.skip()
    }
}
