import QtQml

// Why a parcel is collected.
QtObject {
    id: root

    property string errand
    property string cause
    readonly property string words: {
        switch (root.cause) {
        case "first_mile":
            return qsTr("Collect: send on");
        case "return":
            return qsTr("Collect: return");
        case "expired":
            return qsTr("Collect: not picked up");
        case "cancelled":
            return qsTr("Collect: cancelled");
        case "refused":
            return qsTr("Collect: refused");
        }
        return root.errand === "deliver" ? qsTr("Put in") : qsTr("Collect");
    }
}
