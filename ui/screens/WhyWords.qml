import QtQuick

// Why a parcel is collected, as a short line.
QtObject {
    required property string cause
    readonly property string words: ({
            "first_mile": qsTr("To be sent on"),
            "return": qsTr("Return"),
            "expired": qsTr("Time has run out"),
            "cancelled": qsTr("Cancelled"),
            "refused": qsTr("Refused by the recipient")
        })[cause] ?? ""
}
