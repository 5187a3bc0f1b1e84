import QtQuick
import ui.theme

// A sample door with its word.
Row {
    id: root

    property string condition
    property string text

    spacing: Theme.step

    LiveDoor {
        width: (Theme.portrait ? 11 : 9) * Theme.mm
        height: (Theme.portrait ? 7.4 : 6) * Theme.mm
        condition: root.condition
        anchors.verticalCenter: parent.verticalCenter
    }
    Words {
        text: root.text
        wrapMode: Text.NoWrap
        font.pixelSize: Theme.portrait ? Theme.small : Theme.least
        color: Theme.colors.onWall
        anchors.verticalCenter: parent.verticalCenter
    }
}
