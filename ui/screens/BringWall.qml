import QtQuick
import KioskCore
import ui.controls
import ui.theme

// A sentence, what the camera sees, and beside it how things stand.
Item {
    id: root

    required property BankModel bank
    required property PreviewFeed feed
    required property bool camera
    property string say
    property string count               // half of the message, beside the picture
    property string note
    property string verdict
    property string glyph: "ok"
    property list<string> doors
    readonly property real seam: Theme.gap * (Theme.portrait ? 2 : 1.2)
    readonly property bool beside: Theme.portrait && camera

    Words {
        id: head

        width: parent.width
        text: root.say
        bold: true
        font.pixelSize: Theme.title
        color: Theme.colors.onWall
        Accessible.role: Accessible.Heading
    }
    Words {
        id: short

        visible: !root.beside && text !== ""
        width: parent.width
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap
        text: [root.count, root.note].filter(one => one !== "").join("\n")
        font.pixelSize: Theme.portrait ? Theme.body : Theme.small
        color: Theme.colors.softOnWall
    }
    Viewfinder {
        id: finder

        visible: root.camera && height > 24 * Theme.mm
        anchors.left: parent.left
        anchors.top: short.visible ? short.bottom : head.bottom
        anchors.topMargin: root.seam
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.portrait ? 0 : Theme.gap
        width: root.beside ? parent.width * 0.53 : parent.width
        verdict: root.verdict
        glyph: root.glyph

        CameraView {
            anchors.fill: parent
            feed: root.feed
            outline: Theme.colors.lamp
        }
    }
    Words {
        id: count

        visible: root.beside
        anchors.left: finder.right
        anchors.leftMargin: Theme.inset
        anchors.right: parent.right
        anchors.top: finder.top
        text: root.count
        bold: true
        font.pixelSize: Theme.act
        color: Theme.colors.onWall
    }
    Words {
        id: note

        visible: root.beside && text !== ""
        anchors.left: count.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap
        text: root.note
        font.pixelSize: Theme.small
        color: Theme.colors.softOnWall
    }
    Item {
        id: place

        // The map itself is never mirrored, but its place is.
        visible: (root.beside || !root.camera) && height > 26 * Theme.mm
        anchors.left: root.beside ? count.left : parent.left
        anchors.right: parent.right
        anchors.top: root.beside ? count.bottom : short.visible ? short.bottom : head.bottom
        anchors.topMargin: root.seam
        anchors.bottom: note.visible ? note.top : parent.bottom
        anchors.bottomMargin: note.visible ? Theme.gap : 0

        BankMap {
            anchors.fill: parent
            bank: root.bank
            here: !root.beside
            hereInWords: Theme.portrait && !root.beside
            lit: root.doors
        }
    }
}
