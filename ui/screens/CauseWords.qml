import QtQml

// Why a parcel is collected, in words.
QtObject {
    id: root

    property string cause
    readonly property string words: {
        switch (root.cause) {
        case "first_mile":
            return qsTr("To be sent on");
        case "return":
            return qsTr("Return");
        case "expired":
            return qsTr("Time has run out");
        case "cancelled":
            return qsTr("Cancelled");
        case "refused":
            return qsTr("Refused by the recipient");
        }
        return "";
    }
}
