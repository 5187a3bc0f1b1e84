pragma ComponentBehavior: Bound

import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property LeftOpenViewModel vm

    journey: qsTr("Service: doors left open")
    wayBack: qsTr("Back")
    turner: sheet.turner
    share: Theme.portrait ? 0.4 : 0.48
    onBack: root.vm.back()

    wall: LiveMap {
        anchors.fill: parent
        bank: root.vm.bank
        map: root.vm.map
        touched: false
        legends: Theme.portrait
    }

    Words {
        id: say

        text: root.vm.reading ? qsTr("The doors are being read") : root.vm.listed.count === 0 ? qsTr("No door stands open") : qsTr("Push them shut: %1").arg(root.vm.listed.count)
        bold: true
        width: parent.width
        font.pixelSize: Theme.portrait ? Theme.act : Theme.body
    }
    Sheet {
        id: sheet

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: say.bottom
        anchors.topMargin: Theme.gap
        anchors.bottom: parent.bottom
        onTurned: page => sheet.page = page
        spacing: Theme.gap
        model: root.vm.listed

        DoorButton {
            required property int index
            required property string label
            required property bool open
            required property string since

            objectName: "open." + label
            visible: sheet.shows(index)
            glyph: open ? "dooropen" : "question"
            text: qsTr("Door %1").arg(label)
            note: open ? (since ? qsTr("open since %1").arg(since) : qsTr("stands open")) : qsTr("open it and look inside")
            size: Theme.body
            tile: false
            padding: Theme.gap * 1.4
            implicitHeight: Theme.portrait ? 30 * Theme.zoom * Theme.mm : 25 * Theme.mm
            width: sheet.width
            onClicked: root.vm.choose(label)
        }
    }
}
