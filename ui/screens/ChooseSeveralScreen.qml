import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property ChooseSeveralViewModel vm
    readonly property real way: Theme.portrait ? 24 * Theme.mm : 19 * Theme.mm

    journey: qsTr("Service: several doors")
    wayBack: qsTr("Back")
    share: Theme.portrait ? 0.46 : 0.62
    primary: vm.count > 0 ? go : null
    onBack: root.vm.back()

    wall: LiveMap {
        anchors.fill: parent
        bank: root.vm.bank
        map: root.vm.map
        onPicked: label => root.vm.choose(label)
    }

    Words {
        text: Theme.portrait ? qsTr("Choose free doors on the map. They open one after another, each when the one before is shut.") : qsTr("Choose free doors")
        bold: !Theme.portrait
        width: parent.width
    }
    DoorButton {
        id: free

        objectName: "several.free"
        enabled: root.vm.free > 0
        text: root.vm.allFree ? qsTr("Choose none") : qsTr("All free: %1").arg(root.vm.free)
        size: Theme.body
        width: parent.width
        height: root.way
        anchors.bottom: every.top
        anchors.bottomMargin: Theme.gap
        onClicked: root.vm.chooseAllFree()
    }
    DoorButton {
        id: every

        objectName: "several.every"
        enabled: root.vm.doors > 0
        text: Theme.portrait ? qsTr("All %1, with a second person").arg(root.vm.doors) : qsTr("All %1, by two").arg(root.vm.doors)
        wraps: true
        size: Theme.portrait ? Theme.body : Theme.small
        padding: Theme.portrait ? Theme.inset : Theme.gap
        width: parent.width
        height: root.way
        anchors.bottom: parent.bottom
        onClicked: root.vm.everyDoor()
    }
    DoorButton {
        id: go

        objectName: "several.go"
        primary: true
        enabled: root.vm.count > 0
        opacity: enabled ? 1 : 0.4
        text: qsTr("Open chosen: %1").arg(root.vm.count)
        wraps: !Theme.portrait
        size: Theme.portrait ? Theme.act : Theme.small
        width: parent.width
        height: Theme.portrait ? 34 * Theme.mm : 26 * Theme.mm
        anchors.bottom: free.top
        anchors.bottomMargin: Theme.gap
        onClicked: root.vm.go()
    }
}
