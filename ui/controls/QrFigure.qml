import QtQuick
import QtQuick.Shapes
import ui.theme

// A QR code on its own paper; every module is a whole number of pixels wide.
Rectangle {
    id: root

    required property string modules    // the dark ones, as a path on a grid
    required property int side          // of that grid, the white around it included
    property string spoken: qsTr("QR code")
    readonly property int module: Math.max(1, Math.floor(Math.min(width, height) / Math.max(1, side)))

    color: Theme.paper
    Accessible.role: Accessible.Graphic
    Accessible.name: spoken

    Shape {
        visible: !Theme.masked
        x: Math.floor((parent.width - root.side * root.module) / 2)
        y: Math.floor((parent.height - root.side * root.module) / 2)
        width: root.side * root.module
        height: width
        antialiasing: false

        ShapePath {
            strokeWidth: -1
            fillColor: Theme.dots
            scale: Qt.size(root.module, root.module)

            PathSvg {
                path: root.modules
            }
        }
    }
}
