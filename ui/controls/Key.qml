import QtQuick
import ui.theme

// One key of a keypad; the whole key inverts while it is pressed.
Touchable {
    id: root

    property string glyph
    property real signSize: text.length > 1 ? Math.min(Theme.act * 0.8, height * 0.4) : Math.min(Theme.digit, height * 0.7)

    implicitHeight: Theme.key

    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.colors.main : Theme.colors.card
        border.width: Theme.hair
        border.color: Theme.colors.edge

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        Words {
            anchors.centerIn: parent
            visible: root.glyph === ""
            text: root.text
            bold: true
            wrapMode: Text.NoWrap
            font.pixelSize: root.signSize
            color: root.down ? Theme.colors.onMain : Theme.colors.ink
            Accessible.ignored: true
        }
        Icon {
            anchors.centerIn: parent
            visible: root.glyph !== ""
            name: root.glyph || "erase"
            color: root.down ? Theme.colors.onMain : Theme.colors.ink
        }
    }
}
