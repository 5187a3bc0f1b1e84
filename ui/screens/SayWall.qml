import QtQuick
import KioskCore
import ui.controls
import ui.theme

// One sentence, a note, and the map with the screen (or a door) lit.
Item {
    id: root

    required property BankModel bank
    property string say
    property string note
    property string glyph
    property color tone: Theme.colors.onWall
    property list<string> lit
    property string look: "lit"
    property real swing: 0
    property bool loud: false           // the note is half of the message

    Icon {
        id: mark

        // Beside a long sentence on a narrow wall there is no room for it.
        visible: root.glyph !== "" && (Theme.portrait || natural.advanceWidth < 1.7 * (root.width - size - Theme.inset))
        name: root.glyph || "ok"
        turns: ["next", "back", "return"].includes(root.glyph)
        size: Theme.title * (Theme.portrait ? 1.2 : 1)
        weight: 4.4
        color: root.tone
        anchors.left: parent.left
        y: Math.max(0, (head.firstLine - height) / 2)
    }
    TextMetrics {
        id: natural

        font: head.font
        text: root.say
    }
    Words {
        id: head

        readonly property real firstLine: lineCount > 0 ? height / lineCount : 0

        text: root.say
        bold: true
        font.pixelSize: Theme.title
        color: Theme.colors.onWall
        anchors.left: mark.visible ? mark.right : parent.left
        anchors.leftMargin: mark.visible ? Theme.inset : 0
        anchors.right: parent.right
        y: mark.visible ? Math.max(0, (mark.height - firstLine) / 2) : 0
        Accessible.role: Accessible.Heading
    }
    Words {
        id: words

        text: root.note
        visible: text !== ""
        width: parent.width
        wrapMode: Text.Wrap     // a name may be one long word
        bold: root.loud
        font.pixelSize: root.loud ? Theme.act : Theme.portrait ? Theme.body * 1.1 : Theme.small
        color: root.loud ? Theme.colors.onWall : Theme.colors.softOnWall
        y: Math.max(head.y + head.height, mark.visible ? mark.y + mark.height : 0) + Theme.gap * (Theme.portrait ? 1.6 : 1)
    }
    BankMap {
        bank: root.bank
        // A map too small to read is left out; the sentence says it all.
        visible: height > (Theme.portrait ? (root.lit.length > 0 ? 52 : 66) : root.lit.length > 0 ? 29 : 34) * Theme.mm
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: words.visible ? words.bottom : head.bottom
        anchors.topMargin: Theme.gap * (Theme.portrait ? 3 : 1.5)
        anchors.bottom: parent.bottom
        atScreen: root.lit.length === 0
        hereInWords: Theme.portrait
        lit: root.lit
        look: root.look
        swing: root.swing
    }
}
