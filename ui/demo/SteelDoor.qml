import QtQuick
import ui.controls
import ui.theme

// One compartment of the wall. A touch pushes its open door shut.
Item {
    id: root

    property string label
    property string size
    property bool ajar: false
    property bool jammed: false
    property bool parcel: false
    property real swing: ajar ? 1 : 0

    signal pushed
    signal handled
    signal wedged

    // inside
    Rectangle {
        anchors.fill: parent
        color: root.swing > 0 ? Theme.colors.onLamp : "transparent"
        border.width: root.swing > 0 ? 2 : 0
        border.color: Theme.colors.lamp
    }
    Rectangle {
        visible: root.parcel && root.swing > 0
        width: Math.min(parent.width * 0.32, height * 1.5)
        height: parent.height * 0.62
        x: parent.width * 0.21
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 3
        color: Theme.figure.parcel

        Rectangle {
            width: Math.max(2, parent.width * 0.12)
            height: parent.height
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.figure.tape
        }
    }
    SteelLeaf {
        anchors.fill: parent
        swing: root.swing
        face: root.swing > 0 ? Theme.colors.doorEdge : Theme.colors.door
    }
    MouseArea {
        objectName: "wall.push." + root.label
        anchors.fill: parent
        enabled: root.ajar
        cursorShape: Qt.PointingHandCursor
        onClicked: root.pushed()
    }
    Words {
        id: name

        text: root.label
        bold: true
        x: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width * 0.2
        font.pixelSize: Math.min(Theme.act, root.height * 0.6)
        color: root.swing > 0 ? Theme.colors.onLamp : Theme.colors.onWall
    }
    Words {
        text: root.jammed ? "jammed" : root.size
        visible: root.swing === 0
        x: Math.max(parent.width * 0.26, name.x + name.implicitWidth + Theme.step)
        anchors.verticalCenter: parent.verticalCenter
        font.pixelSize: Theme.small
        color: root.jammed ? Theme.colors.badOnWall : Theme.colors.softOnWall
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.step
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.step

        DemoButton {
            objectName: "wall.parcel." + root.label
            visible: root.ajar
            lit: true
            text: root.parcel ? "Take out" : "Put in"
            height: Math.min(implicitHeight, root.height - 4)
            onClicked: root.handled()
        }
        DemoButton {
            objectName: "wall.jam." + root.label
            visible: !root.ajar
            onSteel: true
            opacity: root.jammed || hovered || down ? 1 : 0.6
            text: root.jammed ? "Free" : "Jam"
            height: Math.min(implicitHeight, root.height - 4)
            onClicked: root.wedged()
        }
    }

    Behavior on swing {
        NumberAnimation {
            duration: Theme.swing
            easing.type: Easing.OutCubic
        }
    }
}
