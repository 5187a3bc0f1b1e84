import QtQuick
import ui.theme

// A picture of one act with its number and its words; a long word shrinks, it is never cut.
Item {
    id: root

    property string count
    property string act
    property string text
    property bool gone: false
    property bool beside: !Theme.portrait   // the words beside the picture, not under it
    property real most: 1000            // the height there is
    readonly property real under: Theme.gap * 1.4 + Theme.act * 2
    readonly property real figureWidth: beside ? Math.min(width * 0.48, most * 1.6) : Math.min(width, (most - under) * 1.6)

    implicitHeight: beside ? figure.height : figure.height + Theme.gap * 1.4 + label.height

    DoorFigure {
        id: figure

        act: root.act
        parcelGone: root.gone
        anchors.left: parent.left
        width: root.figureWidth
        height: width / 1.6
    }
    Words {
        id: count

        visible: text !== ""
        text: root.count
        bold: true
        font.pixelSize: Theme.act * (Theme.portrait ? 0.84 : 0.92)
        lineHeight: label.lineHeight
        color: Theme.colors.soft
        anchors.left: root.beside ? figure.right : parent.left
        anchors.leftMargin: root.beside ? Theme.inset : 0
        y: root.beside ? (figure.height - height) / 2 : label.y
    }
    Words {
        id: label

        text: root.text
        bold: true
        font.pixelSize: Theme.act * (Theme.portrait ? 0.84 : 0.92)
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.small
        lineHeight: 0.88
        verticalAlignment: root.beside ? Text.AlignVCenter : Text.AlignTop
        anchors.left: count.right
        anchors.leftMargin: count.visible ? Theme.gap : 0
        anchors.right: parent.right
        y: root.beside ? 0 : figure.height + Theme.gap * 1.4
        height: root.beside ? figure.height : Theme.act * 1.9
    }
}
