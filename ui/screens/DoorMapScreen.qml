import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property DoorMapViewModel vm

    journey: qsTr("Service: doors")
    wayBack: qsTr("Back")
    share: Theme.portrait ? 0.46 : 0.66
    primary: number
    onBack: root.vm.back()

    wall: LiveMap {
        anchors.fill: parent
        bank: root.vm.bank
        map: root.vm.map
        onPicked: label => root.vm.choose(label)
    }

    Words {
        id: say

        text: root.vm.reading ? qsTr("The doors are being read") : qsTr("Touch a door on the map")
        bold: true
        width: parent.width
        font.pixelSize: Theme.portrait ? Theme.act : Theme.body
    }
    Words {
        visible: Theme.portrait
        text: qsTr("Small doors are chosen by their number. Arrow keys and Enter reach every door.")
        width: parent.width
        anchors.top: say.bottom
        anchors.topMargin: Theme.gap
        color: Theme.colors.soft
    }
    DoorButton {
        id: several

        objectName: "doors.several"
        enabled: !root.vm.reading
        glyph: Theme.portrait ? "dooropen" : ""
        text: qsTr("Open several doors")
        size: Theme.body
        wraps: !Theme.portrait
        width: parent.width
        height: Theme.portrait ? 26 * Theme.mm : 24 * Theme.mm
        anchors.bottom: parent.bottom
        onClicked: root.vm.several()
    }
    DoorButton {
        id: number

        objectName: "doors.number"
        enabled: !root.vm.reading
        primary: true
        glyph: Theme.portrait ? "keypad" : ""
        text: qsTr("Type its number")
        wraps: !Theme.portrait
        size: Theme.portrait ? Theme.act : Theme.small
        padding: Theme.portrait ? Theme.inset : Theme.gap * 1.4
        tile: false
        width: parent.width
        height: Theme.portrait ? 34 * Theme.mm : Theme.key
        anchors.bottom: several.top
        anchors.bottomMargin: Theme.gap
        onClicked: root.vm.number()
    }
}
