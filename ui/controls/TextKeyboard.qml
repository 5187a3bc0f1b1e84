pragma ComponentBehavior: Bound

import QtQuick
import ui.theme

// Our own keyboard: digits, three rows of letters, and what leads elsewhere; never mirrored.
Item {
    id: root

    property string language: "en"      // of the screen: its letters are one touch away
    property bool other: false          // whether they show
    property bool shifted: false
    property bool signs: false          // the page of symbols
    property bool plain: false          // Latin letters only: ids
    property bool turns: false          // whether the large digits are one touch away
    readonly property KeyboardLayouts layouts: KeyboardLayouts {}
    readonly property string script: plain ? "" : layouts.other(language)
    readonly property string shown: other && script ? script : layouts.latin
    readonly property list<string> letters: signs ? layouts.symbols.slice(1) : layouts.rows(shown, shifted)
    readonly property list<string> rows: [signs ? layouts.symbols[0] : layouts.digits, ...letters]
    readonly property real gap: Theme.portrait ? Theme.gap * 0.8 : Theme.step
    readonly property real keyHeight: (height - 4 * gap) / 5
    // Eleven letters stand in a row at most, and the last row has two keys more.
    readonly property int most: Math.max(rows[0].length, rows[1].length, rows[2].length, rows[3].length + 2)
    readonly property real keyWidth: (width - (most - 1) * gap) / most
    readonly property real side: rows[3].length + 2 < most ? (width - rows[3].length * keyWidth - (rows[3].length + 1) * gap) / 2 : keyWidth
    signal pressed(string sign)
    signal erased
    signal turned

    // As the next line wants it.
    function begin(own: bool): void {
        root.other = own;
        root.shifted = root.signs = false;
    }

    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    function strike(sign: string): void {
        root.pressed(sign);
        // One capital, as on every telephone; what stays shifted is the other page of a script.
        if (root.shifted && root.shown === root.layouts.latin)
            root.shifted = false;
    }

    Repeater {
        model: 4

        Row {
            id: row

            required property int index

            spacing: root.gap
            y: index * (root.keyHeight + root.gap)
            anchors.horizontalCenter: root.horizontalCenter

            Repeater {
                model: root.rows[row.index].length

                TextKey {
                    required property int index

                    text: root.rows[row.index].charAt(index)
                    objectName: "keyboard." + text
                    width: root.keyWidth
                    height: root.keyHeight
                    onClicked: root.strike(text)
                }
            }
        }
    }
    TextKey {
        objectName: "keyboard.shift"
        visible: !root.signs
        glyph: "shift"
        on: root.shifted
        spoken: root.shown === root.layouts.latin ? qsTr("Capitals") : qsTr("More letters")
        width: root.side
        height: root.keyHeight
        y: 3 * (root.keyHeight + root.gap)
        onClicked: root.shifted = !root.shifted
    }
    TextKey {
        objectName: "keyboard.erase"
        glyph: "erase"
        spoken: qsTr("Erase")
        width: root.side
        height: root.keyHeight
        x: root.width - width
        y: 3 * (root.keyHeight + root.gap)
        onClicked: root.erased()
    }
    Row {
        id: foot

        readonly property real wide: Math.max(22 * Theme.mm, root.keyWidth * 1.5)

        spacing: root.gap
        y: 4 * (root.keyHeight + root.gap)

        TextKey {
            objectName: "keyboard.symbols"
            text: root.signs ? (root.shown === root.layouts.latin ? "abc" : root.layouts.of[root.shown].name) : "@#+"
            spoken: root.signs ? qsTr("Letters") : qsTr("Symbols")
            width: foot.wide
            height: root.keyHeight
            onClicked: root.signs = !root.signs
        }
        TextKey {
            objectName: "keyboard.script"
            visible: root.script !== "" && !root.signs
            text: root.other ? root.layouts.of[root.layouts.latin].name : root.script ? root.layouts.of[root.script].name : ""
            spoken: qsTr("Other letters")
            width: foot.wide
            height: root.keyHeight
            onClicked: {
                root.other = !root.other;
                root.shifted = false;
            }
        }
        TextKey {
            objectName: "keyboard.digits"
            visible: root.turns
            text: "123"
            spoken: qsTr("Large digits")
            width: foot.wide
            height: root.keyHeight
            onClicked: root.turned()
        }
        TextKey {
            objectName: "keyboard.space"
            text: qsTr("Space")
            width: root.width - x
            height: root.keyHeight
            onClicked: root.pressed(" ")
        }
    }
}
