import QtQuick
import ui.theme

// The door by its number, as big as it is on the steel, and where it is in words.
Item {
    id: root

    property string door
    property string say
    property string where
    property string note                // another sentence under the place
    property bool longSay: false
    readonly property real numberWidth: digits.width
    property color tone: Theme.colors.lamp
    // A long label has a line of its own, and is set as large as that allows.
    readonly property bool stacked: door.length > 4
    readonly property real size: Math.min(Theme.number, width * (stacked ? 1.4 : 0.8) / Math.max(1, door.length))

    implicitHeight: Theme.portrait ? Math.max(digits.height + digits.y, lines.height + lines.y) : below.y + below.height
    Accessible.role: Accessible.Heading
    Accessible.name: [say.includes(door) ? "" : qsTr("Door %1").arg(door), say, where, note].filter(text => text).join(". ")

    Item {
        id: digits

        width: ink.tightBoundingRect.width
        y: Theme.portrait ? Theme.gap : 0
        height: root.size * 0.69
        anchors.left: parent.left

        Words {
            id: number

            objectName: "door.number"
            text: root.door
            bold: true
            wrapMode: Text.NoWrap
            lineHeight: 1
            color: root.tone
            font.pixelSize: root.size
            x: -ink.tightBoundingRect.x
            y: -root.size * 0.305
            Accessible.ignored: true
        }
    }
    TextMetrics {
        id: ink

        text: root.door
        font: number.font
    }
    Column {
        id: lines

        anchors.left: root.stacked ? parent.left : digits.right
        anchors.leftMargin: root.stacked ? 0 : Theme.portrait ? Theme.margin : Theme.inset
        anchors.right: parent.right
        y: root.stacked ? digits.y + digits.height + Theme.gap * 1.5 : Math.max(digits.y, digits.y + (digits.height - height) / 2)
        spacing: Theme.gap

        Words {
            text: root.say
            width: parent.width
            bold: true
            // A short sentence has its own two lines and shrinks to fit; a long one wraps.
            wrapMode: root.longSay ? Text.WordWrap : Text.NoWrap
            fontSizeMode: root.longSay ? Text.FixedSize : Text.HorizontalFit
            minimumPixelSize: Theme.small
            font.pixelSize: Theme.portrait ? Theme.title * (root.longSay ? 0.84 : 1.15) : root.longSay ? Theme.act : Theme.title
            color: Theme.colors.onWall
            Accessible.ignored: true
        }
        Words {
            visible: Theme.portrait && text !== ""
            text: root.note
            width: parent.width
            bold: true
            color: Theme.colors.onWall
            Accessible.ignored: true
        }
        Words {
            visible: Theme.portrait && text !== ""
            text: root.where
            width: parent.width
            color: Theme.colors.softOnWall
            Accessible.ignored: true
        }
    }
    Column {
        id: below

        visible: !Theme.portrait
        width: parent.width
        y: Math.max(digits.height, lines.y + lines.height) + Theme.gap
        spacing: Theme.step

        Words {
            visible: text !== ""
            text: root.note
            width: parent.width
            bold: true
            font.pixelSize: Theme.small
            color: Theme.colors.onWall
            Accessible.ignored: true
        }
        Words {
            visible: text !== ""
            text: root.where
            width: parent.width
            font.pixelSize: Theme.small
            color: Theme.colors.softOnWall
            Accessible.ignored: true
        }
    }
}
