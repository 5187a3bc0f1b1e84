import QtQuick

// Where a row of doors stopped: what became of the last one.
QtObject {
    id: root

    required property list<string> last     // its number, how it ended, what was found, what was expected
    required property int left
    // At the end what was found stands in the list; only a door that needs a hand is said here.
    readonly property string found: left > 0 ? last[2] : ""
    readonly property bool bad: last[1] === "stayed_shut" || last[1] === "left_open" || ["missing", "unknown_parcel", "not_recorded"].includes(found)
    readonly property string say: last[1] === "stayed_shut" ? qsTr("Door %1 stayed shut").arg(last[0]) : last[1] === "left_open" ? qsTr("Door %1 stands open").arg(last[0]) : last[1] === "unsaid" ? qsTr("Door %1: nothing was said").arg(last[0]) : found === "missing" ? qsTr("Door %1: a parcel was expected").arg(last[0]) : found === "unknown_parcel" ? qsTr("Door %1: nobody knows this parcel").arg(last[0]) : found === "not_recorded" ? qsTr("Door %1: not written down").arg(last[0]) : left > 0 ? qsTr("Ready") : qsTr("Done")
}
