import QtQuick
import QtQuick.Shapes
import ui.theme

// The leaf of a door, hinged on the left; it narrows as it swings out of the wall.
Shape {
    id: root

    property real swing: 0              // 0 shut, 1 wide open
    property color face: Theme.colors.door
    readonly property real edge: width * (1 - 0.82 * swing)
    readonly property real rise: Math.min(height * 0.14, Theme.gap) * swing

    antialiasing: true

    ShapePath {
        strokeWidth: 1
        strokeColor: Theme.colors.doorEdge
        fillColor: root.face
        startX: 0
        startY: 0
        PathLine {
            x: root.edge
            y: root.rise
        }
        PathLine {
            x: root.edge
            y: root.height - root.rise
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
