import QtQuick
import ui.theme

// One way out, with its picture and its word.
Touchable {
    id: root

    property string glyph
    property bool on: false             // for something that is switched on
    readonly property color face: enabled ? Theme.colors.ink : Theme.colors.edge

    implicitHeight: Theme.bar
    implicitWidth: Theme.portrait ? Theme.bar : row.implicitWidth + Theme.inset * 2

    background: Rectangle {
        color: root.down || root.on ? Theme.colors.card : "transparent"
        border.width: root.on ? Theme.hair : 0
        border.color: Theme.colors.edge

        FocusRing {
            anchors.margins: Theme.step
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        Grid {
            id: row

            anchors.centerIn: parent
            columns: Theme.portrait ? 1 : 2
            horizontalItemAlignment: Grid.AlignHCenter
            verticalItemAlignment: Grid.AlignVCenter
            spacing: Theme.portrait ? Theme.step : Theme.gap

            Icon {
                name: root.glyph
                turns: root.glyph === "back"
                size: Theme.portrait ? Theme.icon : Theme.icon * 0.86
                color: root.face
            }
            Words {
                text: root.text
                bold: true
                // Across as wide as it is: bound to implicitWidth it would loop when the letters grow.
                width: Theme.portrait ? root.width - Theme.gap * 2 : undefined
                horizontalAlignment: Theme.portrait ? Text.AlignHCenter : Text.AlignLeft
                wrapMode: Text.NoWrap
                // Large text stays clear of the edge of what is switched on.
                fontSizeMode: Theme.portrait ? Text.HorizontalFit : Text.FixedSize
                minimumPixelSize: Theme.least
                font.pixelSize: Math.min(Theme.small, root.width * 0.2)
                color: root.face
                Accessible.ignored: true
            }
        }
    }
}
