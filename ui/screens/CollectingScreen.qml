import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property CollectingViewModel vm
    readonly property WhyWords why: WhyWords {
        cause: root.vm.cause
    }

    journey: qsTr("Courier: collect")
    far: vm.planning ? "" : qsTr("%1 of %2").arg(vm.number).arg(vm.total)
    wayBack: qsTr("Stop")
    share: vm.planning ? 1 : Theme.portrait ? 0.6 : 0.48
    primary: vm.planning ? null : open
    onBack: root.vm.back()

    wall: [
        DoorWall {
            anchors.fill: parent
            visible: !root.vm.planning
            vm: root.vm
            say: "\u2066…\u00a0" + root.vm.short + "\u2069"
            note: root.why.words
            look: "offer"
        },
        SayWall {
            anchors.fill: parent
            visible: root.vm.planning
            bank: root.vm.bank
            glyph: "clock"
            tone: Theme.colors.lamp
            say: qsTr("One moment")
        }
    ]

    DoorButton {
        id: open

        objectName: "collect.open"
        visible: !root.vm.planning
        primary: true
        text: qsTr("Open door %1").arg(root.vm.door.label)
        wraps: true
        size: Theme.act * (Theme.portrait ? 1.15 : 1)
        width: parent.width
        anchors.top: parent.top
        anchors.bottom: skip.top
        anchors.bottomMargin: Theme.gap
        onClicked: root.vm.open()
    }
    DoorButton {
        id: skip

        objectName: "collect.skip"
        visible: !root.vm.planning
        text: qsTr("Skip this one")
        note: Theme.portrait ? qsTr("It stays and is counted as left") : ""
        size: Theme.body
        width: parent.width
        height: Theme.portrait ? 36 * Theme.mm : 26 * Theme.mm
        anchors.bottom: parent.bottom
        onClicked: root.vm.skip()
    }
}
