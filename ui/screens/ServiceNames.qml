import QtQml

// What the facts of service mode are called.
QtObject {
    readonly property var names: ({
            "parcel": qsTr("Parcel"),
            "printer": qsTr("Name"),
            "interface": qsTr("Network %1"),
            "route": qsTr("Way out"),
            "host": qsTr("Cloud's name"),
            "address_of_host": qsTr("Its address"),
            "last_answer": qsTr("Last answer"),
            "time": qsTr("Time"),
            "trust": qsTr("Trust"),
            "off": qsTr("Computer's clock"),
            "vouched": qsTr("Vouched for"),
            "cloud": qsTr("Cloud"),
            "answers_since": qsTr("Answers since"),
            "silent_since": qsTr("Silent since"),
            "age": qsTr("Age"),
            "trouble": qsTr("Trouble"),
            "mark": qsTr("Read up to"),
            "state": qsTr("State"),
            "waiting": qsTr("Waiting"),
            "oldest": qsTr("Oldest waits"),
            "parked": qsTr("Set aside"),
            "number": qsTr("Number"),
            "happened": qsTr("When"),
            "for": qsTr("For"),
            "tries": qsTr("Tries"),
            "said": qsTr("What was said"),
            "reservation": qsTr("Reservation"),
            "arrived": qsTr("Arrived"),
            "door": qsTr("Door"),
            "size": qsTr("Size"),
            "until": qsTr("Until"),
            "lines": qsTr("Journal lines"),
            "first_line": qsTr("First"),
            "last_line": qsTr("Last"),
            "file": qsTr("File"),
            "chain": qsTr("Chain"),
            "fetch": qsTr("From afar"),
            "remote": qsTr("From afar"),
            "since": qsTr("Since"),
            "remote_opened": qsTr("Opened"),
            "remote_refused": qsTr("Refused"),
            "asked_at": qsTr("Last asked"),
            "asker": qsTr("By whom"),
            "media": qsTr("Prints on"),
            "left": qsTr("Labels left"),
            "lasts": qsTr("They last"),
            "own_left": qsTr("The printer counts"),
            "cloud_left": qsTr("The cloud counts"),
            "loaded": qsTr("Roll put in"),
            "why": qsTr("Why")
        })

    // "detail" stands in some of them.
    function of(key: string, detail: string): string {
        return String(names[key]).replace("%1", "\u2066" + detail + "\u2069");
    }
}
