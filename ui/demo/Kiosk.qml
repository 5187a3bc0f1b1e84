import QtQuick
import KioskDemo
import ui.controls
import ui.theme

// The kiosk's own screen; without power it is dark.
Rectangle {
    id: root

    required property CornerViewModel corner

    color: Theme.colors.onLamp
    radius: Theme.radius

    GlassView {
        objectName: "demo.glass"
        anchors.fill: parent
        anchors.margins: Theme.gap
        focus: true
        visible: root.corner.screen !== ""
        feed: root.corner.glass
    }
    Words {
        visible: root.corner.screen === ""
        anchors.centerIn: parent
        text: root.corner.powered ? "The kiosk starts …" : "No power"
        color: Theme.colors.softOnWall
    }
}
