import QtQuick
import ui.theme

// Another locker that may have room: its name, how far, and the way to it as a QR code.
Rectangle {
    id: root

    required property string name
    property string far
    required property string modules
    required property int side
    property real most: 1000            // the height there is

    implicitHeight: Math.min(most, 56 * Theme.mm)
    color: Theme.colors.sill

    QrFigure {
        id: code

        modules: root.modules
        side: root.side
        width: height
        height: parent.height - 2 * Theme.gap
        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        spoken: qsTr("The way to %1 as a QR code").arg(root.name)
    }
    Words {
        id: title

        text: root.name
        bold: true
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.least
        elide: Text.ElideRight
        lineHeight: 0.9
        font.pixelSize: Theme.portrait ? Theme.act * 0.84 : Theme.body
        verticalAlignment: Text.AlignBottom
        height: parent.height * 0.58
        anchors.left: code.right
        anchors.leftMargin: Theme.inset
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.top: parent.top
    }
    Words {
        text: root.far
        font.pixelSize: Theme.portrait ? Theme.body : Theme.small
        color: Theme.colors.soft
        anchors.left: title.left
        anchors.right: title.right
        anchors.top: title.bottom
        anchors.topMargin: Theme.step * 0.6
    }
}
