import QtQuick

// What may be set on site is called, and what it may be.
QtObject {
    function name(setting: string): string {
        switch (setting) {
        case "theme":
            return qsTr("Colours");
        case "language":
            return qsTr("First language");
        case "camera":
            return qsTr("Camera");
        case "intake":
            return qsTr("Taking parcels in");
        }
        return setting;
    }
    function said(value: string): string {
        switch (value) {
        case "light":
            return qsTr("light");
        case "dark":
            return qsTr("dark");
        case "contrast":
            return qsTr("high contrast");
        case "on":
            return qsTr("on");
        case "off":
            return qsTr("off");
        }
        return value;
    }
    function note(was: string, later: bool, fixed: bool): string {
        if (fixed)
            return qsTr("no choice here");
        if (was && later)
            return qsTr("changed here, was: %1; from the next start").arg(said(was));
        if (was)
            return qsTr("changed here, was: %1").arg(said(was));
        return later ? qsTr("from the next start") : "";
    }
}
