import QtQuick
import ui.theme

// A sentence with a picture on the page: information, so its corners are square.
Rectangle {
    id: root

    property string glyph
    property string text

    implicitHeight: Math.max(words.height, glyph.height) + Theme.inset * (Theme.portrait ? 2 : 1.4)
    color: Theme.colors.sill

    Icon {
        id: glyph

        name: root.glyph || "bell"
        size: Theme.icon * (Theme.portrait ? 1.4 : 1.1)
        anchors.left: parent.left
        anchors.leftMargin: Theme.inset
        anchors.verticalCenter: parent.verticalCenter
    }
    Words {
        id: words

        text: root.text
        bold: true
        anchors.left: glyph.right
        anchors.leftMargin: Theme.inset
        anchors.right: parent.right
        anchors.rightMargin: Theme.inset
        anchors.verticalCenter: parent.verticalCenter
    }
}
