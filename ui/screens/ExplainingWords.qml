import QtQuick

// Why a proved code opens nothing now, and what to do.
QtObject {
    id: root

    required property string explanation
    readonly property string glyph: ({
            "not_yet": "clock",
            "expired": "clock",
            "used": "ok"
        })[explanation] ?? "stop"
    readonly property string say: ({
            "not_yet": qsTr("Your parcel is not here yet"),
            "used": qsTr("This code has done its work"),
            "expired": qsTr("The time for this parcel has run out"),
            "cancelled": qsTr("This delivery was cancelled"),
            "blocked": qsTr("This parcel is on hold"),
            "unsure": qsTr("We look into this compartment first"),
            "ask_staff": qsTr("We open this one together"),
            "other_network": qsTr("This code is for another locker network")
        })[explanation] ?? ""
    readonly property string note: ({
            "not_yet": qsTr("It is still on its way. The same code opens its door once it is here."),
            "used": qsTr("Its parcel has been put in or picked up. If that was not you, call us."),
            "expired": qsTr("Call us or the sender: we find a way for it."),
            "cancelled": qsTr("No door opens for it any more. The sender knows more."),
            "blocked": qsTr("The operator has paused it. Call us and we look into it."),
            "unsure": qsTr("It may not be empty, so it stays shut. Call us and we find you another."),
            "ask_staff": qsTr("Call us and have your message with the code at hand."),
            "other_network": qsTr("It opens nothing here. Your message says which locker it is for.")
        })[explanation] ?? ""
}
