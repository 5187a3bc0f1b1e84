pragma ComponentBehavior: Bound

import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property InventoryViewModel vm

    journey: qsTr("Service: inventory")
    far: vm.reading ? "" : qsTr("%1 of %2").arg(vm.done).arg(vm.done + vm.left)
    wayBack: qsTr("Back")
    share: Theme.portrait ? 0.46 : 0.58
    primary: go
    turner: found.turner
    onBack: root.vm.back()

    wall: LiveMap {
        anchors.fill: parent
        bank: root.vm.bank
        map: root.vm.map
        touched: false
    }

    Words {
        id: say

        text: root.vm.left > 0 || root.vm.reading ? qsTr("Every door in turn: look inside, push it shut, say what lies there.") : ""
        visible: text !== "" && root.vm.differing.count === 0
        width: parent.width
    }
    DifferenceList {
        id: found

        visible: !say.visible
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: go.top
        anchors.bottomMargin: Theme.gap
        rows: root.vm.differing
        none: qsTr("Every compartment is as it was known.")
    }
    DoorButton {
        id: go

        objectName: "inventory.go"
        enabled: !root.vm.reading
        primary: true
        text: root.vm.left === 0 ? qsTr("Finish") : root.vm.done > 0 ? qsTr("Go on: door %1").arg(root.vm.next) : qsTr("Open door %1").arg(root.vm.next)
        size: Theme.portrait ? Theme.act : Theme.body
        wraps: !Theme.portrait
        width: parent.width
        height: Theme.portrait ? 34 * Theme.mm : 30 * Theme.mm
        anchors.bottom: parent.bottom
        onClicked: root.vm.go()
    }
}
