import QtQuick
import ui.theme

// A wish that is on or off: its box is ticked, and the whole of it is outlined.
Touchable {
    id: root

    property string glyph
    property bool on: false
    property real most: Theme.body

    implicitHeight: Theme.portrait ? 24 * Theme.mm : Theme.touch
    leftPadding: Theme.inset * 0.8
    rightPadding: Theme.inset * 0.8
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: on

    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.colors.sill : Theme.colors.card
        border.width: root.on ? Theme.rule : Theme.hair
        border.color: root.on ? Theme.colors.ink : Theme.colors.edge

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        Rectangle {
            id: box

            width: Theme.icon * (Theme.portrait ? 1 : 0.9)
            height: width
            color: root.on ? Theme.colors.main : "transparent"
            border.width: Theme.rule
            border.color: Theme.colors.ink
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter

            Icon {
                visible: root.on
                name: "ok"
                size: parent.width * 0.7
                weight: 4.5
                color: Theme.colors.onMain
                anchors.centerIn: parent
            }
        }
        Words {
            text: root.text
            bold: true
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.least
            maximumLineCount: 2
            font.pixelSize: root.most
            lineHeight: 0.9
            verticalAlignment: Text.AlignVCenter
            height: parent.height
            anchors.left: box.right
            anchors.leftMargin: Theme.gap * 1.3
            anchors.right: picture.left
            anchors.rightMargin: Theme.gap
            Accessible.ignored: true
        }
        Icon {
            id: picture

            name: root.glyph || "empty"
            visible: root.glyph !== ""
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
