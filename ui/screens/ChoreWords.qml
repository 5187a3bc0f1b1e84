import QtQml
import ui.theme

// What a courier can turn to.
QtObject {
    id: root

    property string chore
    readonly property string icon: ({
            "batch": "scan",
            "walk_up": "dropoff",
            "collect": "pickup",
            "swap": "return",
            "report": "warn",
            "prove": "keypad"
        })[root.chore] ?? "next"
    readonly property string words: {
        switch (root.chore) {
        case "batch":
            return Theme.portrait ? qsTr("Scan many parcels") : qsTr("Scan many");
        case "walk_up":
            return Theme.portrait ? qsTr("New parcel") : qsTr("New");
        case "collect":
            return Theme.portrait ? qsTr("Collect parcels") : qsTr("Collect");
        case "swap":
            return Theme.portrait ? qsTr("Move a parcel") : qsTr("Move");
        case "report":
            return Theme.portrait ? qsTr("Report a problem") : qsTr("Report");
        case "prove":
            return Theme.portrait ? qsTr("Enter my PIN") : qsTr("My PIN");
        }
        return "";
    }
}
