import QtQuick
import KioskDemo
import ui.controls
import ui.theme

// Left the kiosk's glass, in the middle the wall it opens, right what people and weather do to it.
Window {
    id: root

    required property CornerViewModel corner
    readonly property real side: Theme.gap * 2
    readonly property real tall: height - 2 * side

    width: 1440
    height: 880
    visible: true
    color: Theme.colors.sill
    title: "Parcel locker: the kiosk and its wall"

    Binding {
        target: Theme
        property: "mm"
        value: Math.max(1.6, Math.min(root.height / 440, root.width / 700))
    }
    Binding {
        target: Theme
        property: "portrait"
        value: false
    }
    Kiosk {
        id: kiosk

        corner: root.corner
        x: root.side
        y: root.side
        height: Math.min(root.tall, root.width * 0.36 / root.corner.glassShape)
        width: (height - 2 * Theme.gap) * root.corner.glassShape + 2 * Theme.gap
    }
    SteelWall {
        id: wall

        corner: root.corner
        y: root.side
        anchors.left: kiosk.right
        anchors.leftMargin: root.side
        width: Math.min((root.tall - mains.implicitHeight - root.side) * wanted, root.width * 0.42)
        height: width / wanted
    }
    Mains {
        id: mains

        corner: root.corner
        anchors.left: wall.left
        anchors.right: wall.right
        anchors.top: wall.bottom
        anchors.topMargin: root.side
    }
    Column {
        id: words

        anchors.left: wall.right
        anchors.right: parent.right
        anchors.top: wall.top
        anchors.margins: root.side
        anchors.topMargin: 0
        spacing: Theme.step

        Words {
            text: "Try it"
            bold: true
            width: parent.width
            font.pixelSize: Theme.act
        }
        Words {
            text: "Hold a code up to the camera, or type it on the glass. Touch an open door to push it shut."
            width: parent.width
            font.pixelSize: Theme.small
            color: Theme.colors.soft
        }
    }
    ParcelList {
        id: list

        corner: root.corner
        end: rest.visible ? fits : count
        anchors.left: words.left
        anchors.right: words.right
        anchors.top: words.bottom
        anchors.topMargin: Theme.gap
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.side
    }
    ParcelList {
        id: rest

        // Under the wall, where the window is high enough for it.
        visible: height > Theme.act * 6
        corner: root.corner
        columns: 2
        first: list.end
        anchors.left: wall.left
        anchors.right: wall.right
        anchors.top: mains.bottom
        anchors.topMargin: root.side
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.side
    }
}
