import QtQuick
import KioskCore
import ui.controls
import ui.theme

// What can be decided about one compartment beside opening it.
Flow {
    id: root

    required property OneDoorViewModel vm
    property bool roomy: true
    readonly property real half: Math.floor((width - spacing) / 2)
    readonly property real way: Theme.portrait ? 22 * Theme.mm : Theme.touch

    spacing: Theme.gap

    DoorButton {
        objectName: root.vm.outOfUse ? "door.return" : "door.disable"
        glyph: root.roomy ? (root.vm.outOfUse ? "ok" : "lock") : ""
        text: root.vm.outOfUse ? qsTr("Back in use") : qsTr("Out of use")
        size: Theme.portrait ? Theme.body : Theme.small
        padding: Theme.portrait ? Theme.inset : Theme.gap
        tile: false
        width: root.half
        height: root.way
        onClicked: root.vm.wish(root.vm.outOfUse ? "return" : "disable")
    }
    DoorButton {
        objectName: "door.ticket"
        glyph: root.roomy ? "tool" : ""
        text: qsTr("Repair")
        size: Theme.portrait ? Theme.body : Theme.small
        padding: Theme.portrait ? Theme.inset : Theme.gap
        tile: false
        width: root.half
        height: root.way
        onClicked: root.vm.wish("ticket")
    }
    DoorButton {
        objectName: "door.resize"
        glyph: root.roomy ? "bigger" : ""
        text: qsTr("Size")
        size: Theme.portrait ? Theme.body : Theme.small
        padding: Theme.portrait ? Theme.inset : Theme.gap
        tile: false
        width: root.vm.lies ? root.half : root.width
        height: root.way
        onClicked: root.vm.wish("resize")
    }
    DoorButton {
        objectName: "door.takeout"
        visible: root.vm.lies
        glyph: root.roomy ? "pickup" : ""
        text: qsTr("Take it out")
        size: Theme.portrait ? Theme.body : Theme.small
        padding: Theme.portrait ? Theme.inset : Theme.gap
        tile: false
        width: root.half
        height: root.way
        onClicked: root.vm.takeOut()
    }
}
