pragma ComponentBehavior: Bound

import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property RunViewModel vm
    readonly property RunWords words: RunWords {
        last: root.vm.last
        left: root.vm.left
    }

    journey: Theme.portrait ? qsTr("Service: several doors") : qsTr("Several doors")
    far: qsTr("%1 of %2").arg(vm.done).arg(vm.done + vm.left)
    wayBack: vm.left > 0 ? qsTr("Stop here") : qsTr("Finish")
    share: Theme.portrait ? 0.46 : 0.5
    primary: go
    turner: found.turner
    onBack: root.vm.back()

    wall: Item {
        anchors.fill: parent

        Words {
            id: say

            text: root.words.say
            bold: true
            width: parent.width
            font.pixelSize: Theme.portrait ? Theme.title * 0.8 : Theme.act
            color: root.words.bad ? Theme.colors.badOnWall : Theme.colors.onWall
            Accessible.role: Accessible.Heading
        }
        LiveMap {
            visible: height > 20 * Theme.mm
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: say.bottom
            anchors.topMargin: Theme.gap * 2
            anchors.bottom: parent.bottom
            bank: root.vm.bank
            map: root.vm.map
            touched: false
            legends: false
        }
    }

    DifferenceList {
        id: found

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: go.top
        anchors.bottomMargin: Theme.gap
        rows: root.vm.differing
        none: root.vm.left > 0 ? "" : qsTr("All doors are done, and everything was as expected.")
    }
    DoorButton {
        id: skip

        objectName: "run.skip"
        visible: root.vm.left > 0
        text: qsTr("Leave door %1 out").arg(root.vm.next)
        size: Theme.body
        width: parent.width
        height: Theme.portrait ? 24 * Theme.mm : 19 * Theme.mm
        anchors.bottom: parent.bottom
        onClicked: root.vm.skip()
    }
    DoorButton {
        id: go

        objectName: "run.go"
        primary: true
        text: root.vm.left > 0 ? qsTr("Open door %1").arg(root.vm.next) : qsTr("Finish")
        size: Theme.portrait ? Theme.act : Theme.body
        width: parent.width
        height: Theme.portrait ? 34 * Theme.mm : 24 * Theme.mm
        anchors.bottom: skip.visible ? skip.top : parent.bottom
        anchors.bottomMargin: skip.visible ? Theme.gap : 0
        onClicked: root.vm.go()
    }
}
