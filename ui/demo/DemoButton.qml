import QtQuick
import ui.controls
import ui.theme

// A small button of the demo: never part of the kiosk itself.
Touchable {
    id: root

    property bool lit: false
    property bool onSteel: false
    property color ink: lit ? Theme.colors.onLamp : onSteel ? Theme.colors.onWall : Theme.colors.ink

    implicitWidth: words.implicitWidth + 2 * Theme.gap
    implicitHeight: Theme.small * 1.9
    opacity: enabled ? 1 : 0.45

    background: Rectangle {
        radius: Theme.radius
        color: root.lit ? Theme.colors.lamp : root.onSteel ? root.down ? Theme.colors.doorEdge : Theme.colors.wall : root.down ? Theme.colors.sill : Theme.colors.card
        border.width: root.lit ? 0 : 1
        border.color: root.onSteel ? Theme.colors.doorEdge : Theme.colors.edge

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: Words {
        id: words

        text: root.text
        bold: true
        wrapMode: Text.NoWrap
        font.pixelSize: Theme.small
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.small * 0.75
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        color: root.ink
        Accessible.ignored: true
    }
}
