import QtQuick

// How a camera is, and what was held up to it looks like.
QtObject {
    function state(picture: string): string {
        switch (picture) {
        case "none":
            return qsTr("none is configured");
        case "starting":
            return qsTr("starts");
        case "absent":
            return qsTr("not there");
        case "stale":
            return qsTr("no new picture");
        case "dark":
            return qsTr("dark");
        case "noise":
            return qsTr("only noise");
        case "fresh":
            return qsTr("fresh");
        }
        return "…";
    }
    function looks(form: string): string {
        switch (form) {
        case "made_here":
            return qsTr("a code made here");
        case "delivery":
            return qsTr("a delivery code");
        case "typed":
            return qsTr("a short code");
        case "courier":
            return qsTr("a courier's token");
        case "other_network":
            return qsTr("of another locker");
        case "unknown":
            return qsTr("no code of ours");
        }
        return qsTr("nothing yet");
    }
}
