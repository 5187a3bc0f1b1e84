import QtQuick

// Why a parcel is collected, as a short line.
QtObject {
    required property string cause
    readonly property string words: ({
            "first_mile": qsTr("To send on"),
            "return": qsTr("Return"),
            "expired": qsTr("Not picked up"),
            "cancelled": qsTr("Cancelled"),
            "refused": qsTr("Refused")
        })[cause] ?? ""
}
