import QtQuick
import ui.theme

// One key of the text keyboard: narrower than a key of the keypad, and its sign fits it.
Key {
    id: root

    property bool on: false             // for shift, while it holds

    implicitHeight: Theme.touch
    signSize: text.length > 1 ? Math.min(Theme.small, height * 0.42) : Math.min(Theme.act, height * 0.56, width * 0.62)

    Rectangle {
        visible: root.on
        anchors.fill: parent
        anchors.margins: Theme.step
        color: "transparent"
        radius: Theme.radius
        border.width: Theme.rule
        border.color: Theme.colors.ink
    }
}
