pragma ComponentBehavior: Bound

import QtQuick
import ui.theme

// Digits in telephone order, or the letters from A to Z; never mirrored.
Item {
    id: root

    property bool letters: false        // which page shows
    property bool turns: true           // whether there is another page
    property bool plus: false           // whether a plus stands in its place: a telephone number
    property int letterColumns: 7
    readonly property list<string> digitKeys: ["1", "2", "3", "4", "5", "6", "7", "8", "9", plus ? "+" : "turn", "0", "erase"]
    readonly property list<string> letterKeys: ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U", "V", "W", "X", "Y", "Z", "erase", "turn"]
    readonly property int rows: Math.ceil((letters ? 28 : 12) / keys.columns)
    readonly property real keyHeight: (height - (rows - 1) * keys.spacing) / rows
    readonly property real keyWidth: (width - (keys.columns - 1) * keys.spacing) / keys.columns
    signal pressed(string sign)
    signal erased
    signal turned

    Grid {
        id: keys

        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true
        columns: root.letters ? root.letterColumns : 3
        spacing: Theme.gap

        Repeater {
            model: root.letters ? root.letterKeys : root.digitKeys

            Key {
                required property string modelData
                readonly property bool turn: modelData === "turn"
                readonly property bool erase: modelData === "erase"

                objectName: "keypad." + (turn ? "abc" : modelData === "+" ? "plus" : modelData.toLowerCase())
                text: turn ? (root.letters ? "123" : "ABC") : modelData
                spoken: turn ? (root.letters ? qsTr("Digits") : qsTr("Letters")) : erase ? qsTr("Erase") : modelData
                glyph: erase ? "erase" : ""
                // Kept in its place, so that the other keys stay in theirs.
                enabled: !turn || root.turns || root.letters
                opacity: enabled ? 1 : 0
                width: root.keyWidth
                height: root.keyHeight
                onClicked: turn ? root.turned() : erase ? root.erased() : root.pressed(modelData)
            }
        }
    }
}
