import QtQuick
import ui.controls
import ui.theme

// The number of a compartment, and how it is.
Item {
    id: root

    required property string label
    required property string standing
    property bool bad: false

    implicitHeight: Math.max(name.implicitHeight, state.implicitHeight)

    Words {
        id: name

        text: qsTr("Door %1").arg(root.label)
        bold: true
        anchors.left: parent.left
        width: parent.width * 0.5
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.body
        font.pixelSize: Theme.title * 0.8
        Accessible.role: Accessible.Heading
    }
    Words {
        id: state

        text: root.standing
        bold: true
        width: parent.width * 0.48
        horizontalAlignment: Text.AlignRight
        anchors.right: parent.right
        anchors.verticalCenter: name.verticalCenter
        color: root.bad ? Theme.colors.bad : Theme.colors.ink
        font.pixelSize: Theme.body
    }
}
