import QtQuick

// How a visit ended, in words.
QtObject {
    id: root

    required property string outcome
    required property string door
    readonly property bool good: outcome === "collected" || outcome === "deposited" || outcome === "deposited_unconfirmed"
    readonly property string glyph: outcome === "cancelled" ? "back" : "ok"
    readonly property string say: ({
            "collected": qsTr("Thank you"),
            "deposited": qsTr("Thank you"),
            "deposited_unconfirmed": qsTr("Thank you"),
            "cancelled": qsTr("Drop-off cancelled"),
            "not_taken": qsTr("Your parcel stays yours"),
            "reported": qsTr("We have told the operator")
        })[outcome] ?? ""
    readonly property string note: ({
            "collected": qsTr("Door %1 is shut. Enjoy your parcel."),
            "deposited": qsTr("Your parcel is safe behind door %1"),
            "deposited_unconfirmed": qsTr("Door %1 is shut and stays locked. We take it that your parcel is inside."),
            "cancelled": qsTr("Door %1 is shut. Nothing is stored: take your parcel with you."),
            "not_taken": qsTr("It is still behind door %1. The operator has been told."),
            "reported": qsTr("Door %1 has not opened, and your code is still good.")
        })[outcome]?.replace("%1", door) ?? ""
}
