import QtQml

// What a scanned parcel came to, in a few words.
QtObject {
    id: root

    property string verdict
    readonly property bool good: ["fits", "shared", "in"].includes(root.verdict)
    readonly property bool open: root.verdict === ""
    readonly property string icon: root.open ? "clock" : root.verdict === "shared" ? "parcel" : root.good ? "ok" : ["too_big", "size_unknown"].includes(root.verdict) ? "bigger" : ["twice", "already_in", "skipped", "to_collect"].includes(root.verdict) ? "again" : "stop"
    readonly property string words: {
        switch (root.verdict) {
        case "fits":
            return qsTr("Fits");
        case "shared":
            return qsTr("Shared door");
        case "too_big":
            return qsTr("Too big");
        case "size_unknown":
            return qsTr("Size unknown");
        case "full":
            return qsTr("No free door");
        case "door_out":
            return qsTr("Door out of use");
        case "unknown":
            return qsTr("Unknown");
        case "already_in":
            return qsTr("Already in");
        case "twice":
            return qsTr("Scanned twice");
        case "to_collect":
            return qsTr("To be collected");
        case "not_now":
            return qsTr("Not accepted now");
        case "no_line":
            return qsTr("No connection");
        case "in":
            return qsTr("It is in");
        case "skipped":
            return qsTr("Skipped");
        case "stuck":
            return qsTr("Door is stuck");
        case "given_up":
            return qsTr("Taken back");
        case "left_open":
            return qsTr("Door left open");
        case "failed":
            return qsTr("Did not work");
        }
        return qsTr("One moment");
    }
}
