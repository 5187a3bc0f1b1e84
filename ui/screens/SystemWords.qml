import QtQuick

// What the facts of computer and program are called, and those of their values that are words.
QtObject {
    function name(key: string, detail: string): string {
        switch (key) {
        case "kiosk":
            return qsTr("Kiosk");
        case "release":
            return qsTr("Release");
        case "runs":
            return qsTr("Runs for");
        case "up":
            return qsTr("Computer on for");
        case "memory":
            return qsTr("Memory free");
        case "load":
            return qsTr("Load / processors");
        case "heat":
            return detail ? qsTr("Heat, %1").arg(detail) : qsTr("Heat");
        case "writes":
            return qsTr("Writing to disk");
        case "disk":
            return qsTr("Disk free");
        case "database":
            return qsTr("Database");
        case "lines":
            return qsTr("Journal lines");
        case "journal":
            return qsTr("Journal, seen %1").arg(detail);
        }
        return ({
                python: "Python",
                qt: "Qt",
                opencv: "OpenCV",
                sqlite: "SQLite"
            })[key] ?? key;
    }
    function said(key: string, value: string): string {
        if (key === "runs" || key === "up") {
            const minutes = Number(value);
            const days = Math.floor(minutes / 1440);
            const hours = Math.floor(minutes / 60) % 24;
            return days > 0 ? qsTr("%1 d %2 h").arg(days).arg(hours) : qsTr("%1 h %2 min").arg(hours).arg(minutes % 60);
        }
        switch (value) {
        case "ok":
            return qsTr("works");
        case "fails":
            return qsTr("fails");
        case "whole":
            return qsTr("ends as signed");
        case "cut":
            return qsTr("does not end as signed");
        case "none":
            return qsTr("no thermometer");
        case "unknown":
            return qsTr("not known");
        }
        return value;
    }
}
