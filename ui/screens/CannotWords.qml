import QtQml

// Why nothing came of a reservation made here.
QtObject {
    readonly property var words: ({
            "nothing_free": qsTr("Nothing of that size is free any more."),
            "phone": qsTr("That is no telephone number."),
            "lies_there": qsTr("Its parcel is still inside. Take it out first."),
            "just_fired": qsTr("Its door has just been opened: wait until it is shut."),
            "at_screen": qsTr("Somebody is at the screen with it."),
            "no_end": qsTr("It has no end, so it need not be kept longer."),
            "gone": qsTr("It is over."),
            "failed": qsTr("It could not be recorded. Try once more.")
        })

    function of(why: string): string {
        return String(words[why] ?? "");
    }
}
