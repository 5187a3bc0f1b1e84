import QtQml

// Why a parcel is fetched.
QtObject {
    id: root

    property string errand
    property string cause
    readonly property string words: {
        switch (root.cause) {
        case "first_mile":
            return qsTr("Fetch: new parcel");
        case "return":
            return qsTr("Fetch: return");
        case "expired":
            return qsTr("Fetch: not collected");
        case "cancelled":
            return qsTr("Fetch: cancelled");
        case "refused":
            return qsTr("Fetch: refused");
        }
        return root.errand === "deliver" ? qsTr("Put in") : qsTr("Fetch");
    }
}
