import QtQuick
import QtQuick.Shapes
import ui.theme

// One door of the map: quiet, offer (its outline lit), lit, done or problem.
Item {
    id: root

    property string label
    property string look: "quiet"
    property real swing: 0              // 0 shut, 1 wide open
    property real foot: height          // how far the open leaf may reach under it
    property real breath: 0             // the open door breathes until it is shut
    readonly property bool loud: look === "lit" || look === "done" || look === "problem"
    readonly property color lampNow: Qt.tint(Theme.colors.lamp, Qt.alpha(Theme.colors.lampShade, breath * 0.6))

    Accessible.role: Accessible.Graphic
    Accessible.name: label
    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        radius: Math.min(Theme.radius * 0.4, height * 0.06)
        antialiasing: true
        color: root.look === "lit" ? root.lampNow : root.look === "done" ? Theme.colors.goodOnWall : root.look === "problem" ? Theme.colors.badOnWall : root.look === "offer" ? "transparent" : Theme.colors.door
        border.width: root.look === "offer" ? Theme.rule * 1.2 : Theme.mode === "contrast" && !root.loud ? 2 : 0
        border.color: root.look === "offer" ? Theme.colors.lamp : Theme.colors.doorEdge
    }
    // the latch
    Rectangle {
        visible: root.look === "quiet"
        color: Theme.colors.doorEdge
        width: Math.max(2, parent.width * 0.03)
        height: Math.min(parent.height * 0.4, parent.width * 0.14)
        x: parent.width * 0.9
        anchors.verticalCenter: parent.verticalCenter
    }
    // inside of the open door
    Rectangle {
        visible: root.look === "lit" && root.swing > 0
        color: Theme.colors.lampShade
        width: parent.width * 0.09 * root.swing
        height: parent.height
    }
    // the leaf, hinged on the left
    Shape {
        visible: root.look === "lit" && root.swing > 0
        antialiasing: true

        ShapePath {
            strokeWidth: Theme.hair
            strokeColor: Theme.colors.wall
            fillColor: Theme.colors.onWall
            startX: 0
            startY: 0
            PathLine {
                x: -root.width * 0.42 * root.swing
                y: -root.height * 0.16 * root.swing
            }
            PathLine {
                x: -root.width * 0.42 * root.swing
                y: root.height + Math.min(root.height * 0.16, root.foot) * root.swing
            }
            PathLine {
                x: 0
                y: root.height
            }
            PathLine {
                x: 0
                y: 0
            }
        }
    }
    Words {
        visible: (root.look === "lit" || root.look === "offer") && font.pixelSize > 6.4 * Theme.mm
        text: root.label
        x: (parent.width - width) / 2 + (root.swing > 0 ? parent.width * 0.04 : 0)
        anchors.verticalCenter: parent.verticalCenter
        bold: true
        wrapMode: Text.NoWrap
        font.pixelSize: Math.min(parent.height * (root.height > root.width * 0.3 ? 0.66 : 0.86), parent.width * 0.8 / Math.max(2, root.label.length), 11 * Theme.mm)
        color: root.look === "lit" ? Theme.colors.onLamp : Theme.colors.lamp
        Accessible.ignored: true
    }
    Icon {
        visible: root.look === "done" || root.look === "problem"
        anchors.centerIn: parent
        name: root.look === "done" ? "ok" : "close"
        size: Math.min(parent.height * 0.7, parent.width * 0.5)
        weight: 4
        color: Theme.colors.onLamp
    }

    Behavior on swing {
        NumberAnimation {
            duration: Theme.swing
            easing.type: Easing.OutCubic
        }
    }
    SequentialAnimation on breath {
        running: root.look === "lit" && root.swing > 0 && !Theme.calm
        loops: Animation.Infinite
        NumberAnimation {
            to: 1
            duration: Theme.beat / 2
            easing.type: Easing.InOutSine
        }
        NumberAnimation {
            to: 0
            duration: Theme.beat / 2
            easing.type: Easing.InOutSine
        }
    }
}
