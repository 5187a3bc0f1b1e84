pragma ComponentBehavior: Bound

import QtQuick
import ui.theme

// A frame for the live picture, with four corners to aim at and a verdict.
Item {
    id: root

    default property alias picture: box.data
    property string verdict
    property string glyph: "ok"

    clip: true
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Camera picture")

    Rectangle {
        anchors.fill: parent
        color: Theme.colors.door
        border.width: Theme.mode === "light" ? 0 : Theme.hair
        border.color: Theme.colors.doorEdge
    }
    Icon {
        anchors.centerIn: parent
        name: "scan"
        size: Theme.icon * 3
        color: Theme.colors.doorEdge
    }
    Item {
        id: box

        visible: !Theme.masked
        anchors.fill: parent
        anchors.margins: Theme.mode === "light" ? 0 : Theme.hair
    }
    Repeater {
        model: 4

        Item {
            id: corner

            required property int index

            width: 11 * Theme.mm
            height: width
            x: index % 2 ? root.width - width - Theme.gap : Theme.gap
            y: index > 1 ? root.height - height - Theme.gap : Theme.gap
            rotation: [0, 90, 270, 180][index]

            Rectangle {
                width: parent.width
                height: Theme.rule * 1.6
                color: Theme.paper
            }
            Rectangle {
                width: Theme.rule * 1.6
                height: parent.height
                color: Theme.paper
            }
        }
    }
    Rectangle {
        visible: root.verdict !== ""
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottomMargin: Theme.gap * 1.5
        width: chip.width + Theme.inset * 2
        height: chip.height + Theme.gap * 1.5
        color: Theme.colors.lamp

        Row {
            id: chip

            anchors.centerIn: parent
            spacing: Theme.gap

            Icon {
                name: root.glyph
                size: Theme.small
                weight: 4.5
                color: Theme.colors.onLamp
                anchors.verticalCenter: parent.verticalCenter
            }
            Words {
                text: root.verdict
                bold: true
                wrapMode: Text.NoWrap
                font.pixelSize: Theme.small
                color: Theme.colors.onLamp
            }
        }
    }
}
