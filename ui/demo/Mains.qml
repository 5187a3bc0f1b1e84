import QtQuick
import QtQuick.Layouts
import KioskDemo
import ui.theme

// What happens to the locker from outside.
GridLayout {
    id: root

    required property CornerViewModel corner

    columns: 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap

    DemoButton {
        objectName: "demo.network"
        text: root.corner.online ? "Cut the network" : "Mend the network"
        lit: !root.corner.online
        enabled: !root.corner.busy
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        onClicked: root.corner.toggleNetwork()
    }
    DemoButton {
        objectName: "demo.power"
        text: root.corner.powered ? "Cut the power" : "Power back"
        lit: !root.corner.powered
        enabled: !root.corner.busy
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        onClicked: root.corner.togglePower()
    }
    DemoButton {
        objectName: "demo.add.stored"
        text: "One more to pick up"
        enabled: root.corner.online && !root.corner.busy
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        onClicked: root.corner.addParcel(true)
    }
    DemoButton {
        objectName: "demo.add.waiting"
        text: "One more to drop off"
        enabled: root.corner.online && !root.corner.busy
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        onClicked: root.corner.addParcel(false)
    }
}
