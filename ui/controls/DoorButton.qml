import QtQuick
import ui.theme

// A choice, built like a door. The primary one has its lamp on: a yellow end with an arrow.
Touchable {
    id: root

    property string glyph
    property string note
    property string trailing            // a time or a count at the far end
    property real timeShare: 0          // how much of that time is left
    property bool primary: false
    property real size: Theme.act
    property bool wraps: false          // a long text on two lines
    property bool upright: false        // a tall door: the lamp is at its foot
    // Icon above and words at the foot, where there is the height for it.
    property bool tile: !upright && trailing === "" && glyph !== "" && height > 2 * padding + pictureSize + textLines * size * 1.55 + noteLines * noteSize * 1.4
    // How many lines they take, about: measured ones would depend on what they decide.
    readonly property int textLines: wraps ? Math.ceil(text.length * size * 0.55 / Math.max(1, availableWidth)) : 1
    readonly property int noteLines: Math.ceil(note.length * noteSize * 0.52 / Math.max(1, availableWidth))
    readonly property real noteSize: Theme.portrait ? Theme.body : Theme.small
    readonly property real pictureSize: Theme.icon * (Theme.portrait ? 1.9 : 1.15)
    readonly property real lampSize: primary ? Math.min(upright ? width : height, 34 * Theme.mm) : 0
    readonly property color face: primary ? Theme.colors.onMain : Theme.colors.ink

    implicitHeight: Theme.key
    padding: upright ? Theme.gap : Theme.inset
    rightPadding: !upright && !mirrored ? padding + lampSize : padding
    leftPadding: !upright && mirrored ? padding + lampSize : padding
    bottomPadding: upright ? padding + lampSize : padding
    scale: down ? 0.985 : 1
    spoken: note ? text + ". " + note : text

    background: Rectangle {
        radius: Theme.radius
        color: root.primary ? Theme.colors.main : root.down ? Theme.colors.sill : Theme.colors.card
        border.width: root.primary ? 0 : Theme.hair
        border.color: Theme.colors.edge

        Rectangle {
            visible: root.primary
            color: Theme.colors.lamp
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            width: root.upright ? parent.width : root.lampSize
            height: root.upright ? root.lampSize : parent.height
            radius: Theme.radius

            Rectangle {
                color: Theme.colors.lamp
                anchors.left: parent.left
                anchors.top: parent.top
                width: root.upright ? parent.width : Theme.radius
                height: root.upright ? Theme.radius : parent.height
            }
            Icon {
                anchors.centerIn: parent
                name: "next"
                turns: true
                size: Math.min(Theme.icon * 1.7, root.lampSize * 0.5)
                weight: 3.6
                color: Theme.colors.onLamp
            }
        }
        TimeBar {
            visible: root.timeShare > 0
            share: root.timeShare
            color: Theme.colors.ink
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: Theme.inset
            anchors.bottomMargin: Theme.step
        }
        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        Words {
            id: far

            visible: root.trailing !== ""
            text: root.trailing
            bold: true
            wrapMode: Text.NoWrap
            font.pixelSize: Theme.act
            font.features: {
                "tnum": 1
            }
            color: root.face
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
        Icon {
            id: picture

            visible: root.glyph !== ""
            name: root.glyph || "empty"
            turns: ["send", "back", "next", "return", "dropoff", "pickup"].includes(root.glyph)
            color: root.face
            size: root.tile ? root.pictureSize : Math.max(Theme.icon, root.size * 0.9)
            anchors.left: parent.left
            y: root.tile ? 0 : (parent.height - height) / 2
        }
        Column {
            y: root.tile ? parent.height - height + Theme.step : (parent.height - height) / 2
            anchors.left: root.tile || !root.glyph ? parent.left : picture.right
            anchors.leftMargin: root.tile || !root.glyph ? 0 : Theme.inset
            anchors.right: root.trailing ? far.left : parent.right
            anchors.rightMargin: root.trailing ? Theme.gap : 0
            spacing: 0

            Words {
                text: root.text
                width: parent.width
                bold: true
                wrapMode: root.wraps ? Text.WordWrap : Text.NoWrap
                fontSizeMode: root.wraps ? Text.FixedSize : Text.HorizontalFit
                minimumPixelSize: Theme.small
                font.pixelSize: root.size
                lineHeight: 0.96
                color: root.face
                horizontalAlignment: root.upright ? Text.AlignHCenter : Text.AlignLeft
                Accessible.ignored: true
            }
            Words {
                visible: text !== ""
                text: root.note
                width: parent.width
                font.pixelSize: root.noteSize
                color: root.primary ? Theme.colors.onMain : Theme.colors.soft
                Accessible.ignored: true
            }
        }
    }

    Behavior on scale {
        NumberAnimation {
            duration: Theme.press
        }
    }
}
