import QtQuick

// The codes carriers use, in words.
QtObject {
    function of(code: string): string {
        return ({
                "COMPARTMENT_BROKEN": qsTr("Compartment broken"),
                "COMPARTMENT_ALREADY_OCCUPIED": qsTr("Compartment already full"),
                "COMPARTMENT_IS_EMPTY": qsTr("Compartment is empty"),
                "PARCEL_NOT_AVAILABLE": qsTr("Parcel is not there"),
                "PACKET_IS_TOO_BIG_FOR_STATION": qsTr("Parcel too big"),
                "NO_SUITABLE_COMPARTMENT_AVAILABLE": qsTr("No fitting compartment"),
                "ENTIRE_STATION_BROKEN": qsTr("Whole locker broken"),
                "NO_ACCESS_TO_STATION": qsTr("Locker out of reach")
            })[code] ?? "";
    }
}
