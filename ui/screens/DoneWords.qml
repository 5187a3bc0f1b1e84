import QtQuick

// How a visit ended, in words.
QtObject {
    id: root

    required property string outcome
    required property string door
    property bool stores: false         // it was one's own store
    property string until
    readonly property bool good: ["collected", "deposited", "deposited_unconfirmed", "kept", "extended"].includes(outcome)
    readonly property string glyph: ({
            "cancelled": "back",
            "declined": "back",
            "refused": "return",
            "extended": "clock",
            "announced": "bell"
        })[outcome] ?? "ok"
    readonly property string say: ({
            "collected": qsTr("Thank you"),
            "deposited": qsTr("Thank you"),
            "deposited_unconfirmed": qsTr("Thank you"),
            "cancelled": qsTr("Drop-off cancelled"),
            "not_taken": stores ? qsTr("Your door stays yours") : qsTr("Your parcel stays yours"),
            "reported": qsTr("We have told the operator"),
            "kept": qsTr("Door %1 stays yours"),
            "refused": qsTr("It goes back"),
            "declined": qsTr("Nothing has opened"),
            "extended": qsTr("It stays here for you"),
            "announced": qsTr("We know that you are here")
        })[outcome]?.replace("%1", door) ?? ""
    readonly property string note: ({
            "collected": stores ? qsTr("Door %1 is shut. See you again.") : qsTr("Door %1 is shut. Enjoy your parcel."),
            "deposited": qsTr("Your parcel is safe behind door %1"),
            "deposited_unconfirmed": qsTr("Door %1 is shut and stays locked. We take it that your parcel is inside."),
            "cancelled": qsTr("Door %1 is shut. Nothing is stored: take your parcel with you."),
            "not_taken": qsTr("Door %1 is shut. The operator has been told and looks into it."),
            "reported": qsTr("The operator sees to door %1. A code you have stays good."),
            "kept": qsTr("It is shut. The same code opens it again."),
            "refused": qsTr("The sender is told, and you have nothing more to do."),
            "declined": qsTr("You did not agree to the terms. A code you have stays good."),
            "extended": qsTr("Until %2. The same code opens the door."),
            "announced": qsTr("Please wait a little. The same code opens the door when it is ready.")
        })[outcome]?.replace("%1", door).replace("%2", until) ?? ""
}
