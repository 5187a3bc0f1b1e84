import QtQuick
import ui.controls
import ui.theme

// One of a list: what it is, what is to be said of it, and its door at the far end.
Touchable {
    id: root

    property string note
    property string door

    padding: Theme.inset
    spoken: [text, note, door ? qsTr("Door %1").arg(door) : ""].filter(part => part).join(". ")

    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.colors.sill : Theme.colors.card
        border.width: Theme.hair
        border.color: Theme.colors.edge

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        Words {
            id: far

            text: root.door
            visible: text !== ""
            bold: true
            wrapMode: Text.NoWrap
            font.pixelSize: root.door.length > 4 ? Theme.body : Theme.act
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
        Column {
            anchors.left: parent.left
            anchors.right: far.visible ? far.left : parent.right
            anchors.rightMargin: far.visible ? Theme.gap : 0
            anchors.verticalCenter: parent.verticalCenter

            Words {
                text: root.text
                width: parent.width
                bold: true
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.least
                font.pixelSize: Theme.body
                lineHeight: 0.9
                Accessible.ignored: true
            }
            Words {
                text: root.note
                visible: text !== ""
                width: parent.width
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.least
                font.pixelSize: Theme.small
                lineHeight: 0.9
                color: Theme.colors.soft
                Accessible.ignored: true
            }
        }
    }
}
