import QtQuick

// What becomes of a piece of paper, in words: on the page, and on the wall when it matters.
QtObject {
    id: root

    required property string kind
    required property string at
    property string door
    readonly property bool receipt: kind === "receipt"
    readonly property string glyph: ({
            "printing": "clock",
            "printed": "ok",
            "unsure": "question"
        })[at] ?? "stop"
    readonly property string act: at === "failed" ? qsTr("Try to print once more") : receipt ? qsTr("Print a receipt") : qsTr("Print this code")
    readonly property string say: ({
            "printing": qsTr("It is being printed"),
            "printed": qsTr("It is in the slot"),
            "unsure": qsTr("Look into the slot"),
            "failed": qsTr("Nothing came out")
        })[at] ?? ""
    readonly property string wall: ({
            "unsure": receipt ? qsTr("Your parcel is safe behind door %1. The printer does not say whether your receipt came out.") : qsTr("The printer does not say whether your code came out. It is good without paper."),
            "failed": receipt ? qsTr("Your parcel is safe behind door %1. No receipt came out: all is recorded without it.") : qsTr("No paper came out. The code is good without it: take a picture of it.")
        })[at]?.replace("%1", door) ?? ""
}
