pragma ComponentBehavior: Bound

import QtQuick
import KioskDemo
import ui.theme

// The bank in its real proportions, with the glass small where it hangs.
Rectangle {
    id: root

    required property CornerViewModel corner
    readonly property WallModel bank: corner.wall
    readonly property real unit: Math.min((width - 2 * frame) / bank.width, (height - 2 * frame) / bank.height)
    readonly property real frame: Theme.gap
    readonly property real wanted: bank.width / bank.height

    color: Theme.colors.wall
    radius: Theme.radius

    Item {
        anchors.centerIn: parent
        width: root.bank.width * root.unit
        height: root.bank.height * root.unit

        Rectangle {
            x: root.bank.screen.x * root.unit + 2
            y: root.bank.screen.y * root.unit + 2
            width: root.bank.screen.width * root.unit - 4
            height: root.bank.screen.height * root.unit - 4
            color: Theme.colors.door

            Rectangle {
                anchors.fill: mirror
                anchors.margins: -3
                color: Theme.colors.doorEdge
            }
            GlassView {
                id: mirror

                feed: root.corner.glass
                enabled: false
                width: Math.min(parent.width * 0.8, parent.height * 0.8 * root.corner.glassShape)
                height: width / root.corner.glassShape
                anchors.centerIn: parent
            }
        }
        Repeater {
            model: root.bank

            SteelDoor {
                required property int index
                required property int across
                required property int below
                required property int wide
                required property int tall
                required label
                required size
                required ajar
                required jammed
                required parcel

                x: Math.round(across * root.unit) + 2
                y: Math.round(below * root.unit) + 2
                width: Math.round((across + wide) * root.unit) - x - 2
                height: Math.round((below + tall) * root.unit) - y - 2
                onPushed: root.bank.push(index)
                onHandled: root.bank.handle(index)
                onWedged: root.bank.wedge(index)
            }
        }
    }
}
