import QtQuick
import ui.theme

// A code to be read out, photographed or scanned; never mirrored, hidden on screenshots.
Rectangle {
    id: root

    required property string code       // in groups
    required property string modules    // the QR code, as a path on a grid
    required property int side
    property string door
    property string datum               // asked for with the code, when it is typed
    property string until
    readonly property real pad: Theme.inset * (Theme.portrait ? 1 : 0.6)

    color: Theme.colors.sill

    Words {
        id: digits

        text: "\u2066" + (Theme.masked ? root.code.replace(/[^ ]/g, "•") : root.code) + "\u2069"
        bold: true
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.least
        font.pixelSize: Theme.portrait ? 34 * Theme.mm : 19 * Theme.mm
        font.features: {
            "tnum": 1
        }
        horizontalAlignment: Text.AlignHCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: root.pad
    }
    QrFigure {
        id: qr

        modules: root.modules
        side: root.side
        width: Math.min(root.height - 3 * root.pad - digits.height, root.width * 0.5)
        height: width
        anchors.left: parent.left
        anchors.leftMargin: root.pad
        y: digits.y + digits.height + root.pad
    }
    Column {
        anchors.left: qr.right
        anchors.leftMargin: root.pad
        anchors.right: parent.right
        anchors.rightMargin: root.pad
        y: qr.y + (qr.height - height) / 2
        spacing: Theme.gap

        Words {
            text: root.door
            width: parent.width
            bold: true
            font.pixelSize: Theme.act
        }
        Words {
            visible: root.datum !== ""
            text: qsTr("Typed in, it asks for four more: %1").arg("\u2066" + (Theme.masked ? "••••" : root.datum) + "\u2069")
            width: parent.width
            font.pixelSize: Theme.portrait ? Theme.body : Theme.small
        }
        Words {
            visible: text !== ""
            text: root.until
            width: parent.width
            font.pixelSize: Theme.portrait ? Theme.body : Theme.small
        }
    }
}
