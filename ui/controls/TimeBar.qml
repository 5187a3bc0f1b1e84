import QtQuick
import ui.theme

// Time left as a length; it steps once a second.
Item {
    id: root

    property real share: 1
    property color color: Theme.colors.lamp

    implicitHeight: 2 * Theme.mm
    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        color: "transparent"
        border.width: Theme.hair * 0.7
        border.color: root.color
    }
    Rectangle {
        anchors.left: parent.left
        width: parent.width * root.share
        height: parent.height
        color: root.color
    }
}
