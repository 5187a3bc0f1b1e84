import QtQml

// What became of what was asked of a printer.
QtObject {
    readonly property var words: ({
            "printing": qsTr("It is being printed."),
            "printed": qsTr("It is printed."),
            "unsure": qsTr("Look whether it came out."),
            "not_printed": qsTr("It was not printed."),
            "roll_in": qsTr("The new roll is counted."),
            "dropped": qsTr("It is not wanted any more."),
            "waits": qsTr("It waits as before."),
            "failed": qsTr("That was not possible. Try once more.")
        })

    function of(pressed: string): string {
        return String(words[pressed] ?? "");
    }
    function glyph(pressed: string): string {
        const bad = ["unsure", "not_printed", "failed"].includes(pressed);
        return bad ? "warn" : ["printed", "roll_in"].includes(pressed) ? "ok" : "";
    }
}
