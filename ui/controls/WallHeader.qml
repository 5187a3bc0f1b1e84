pragma ComponentBehavior: Bound

import QtQuick
import ui.theme

// Top line of the wall: where you are, and how far; the steps are small doors.
Item {
    id: root

    property string journey
    property url logo
    property string far
    property int step: 0
    property int steps: 0

    implicitHeight: Theme.small * 1.3

    Image {
        id: mark

        visible: status === Image.Ready
        source: root.logo
        height: parent.height
        width: visible ? implicitWidth * height / Math.max(1, implicitHeight) : 0
        sourceSize.height: height
        anchors.left: parent.left
        Accessible.ignored: true
    }
    Words {
        text: root.journey
        visible: text !== ""
        bold: true
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.least
        elide: Text.ElideRight
        font.pixelSize: Theme.small
        color: Theme.colors.softOnWall
        anchors.left: mark.right
        anchors.leftMargin: mark.visible ? Theme.gap : 0
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap + Math.max(clock.width, doors.width)
        anchors.verticalCenter: parent.verticalCenter
    }
    Words {
        id: clock

        visible: text !== ""
        text: root.far
        bold: true
        wrapMode: Text.NoWrap
        font.pixelSize: Theme.small
        font.features: {
            "tnum": 1
        }
        color: Theme.colors.softOnWall
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
    }
    Row {
        id: doors

        visible: root.steps > 0
        spacing: Theme.step
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        Accessible.role: Accessible.Indicator
        Accessible.name: qsTr("Step %1 of %2").arg(root.step).arg(root.steps)

        Repeater {
            model: root.steps

            Rectangle {
                required property int index

                width: (Theme.portrait ? 6 : 4.4) * Theme.mm
                height: (Theme.portrait ? 4 : 3.4) * Theme.mm
                radius: Theme.radius * 0.3
                color: index < root.step ? Theme.colors.lamp : "transparent"
                border.width: Theme.hair
                border.color: index < root.step ? Theme.colors.lamp : Theme.colors.doorEdge
            }
        }
    }
}
