import QtQuick

// Why a proved code opens nothing now, and what to do.
QtObject {
    id: root

    required property string explanation
    property string where               // another locker by its name
    property string otherwise           // what can be done here all the same
    readonly property string glyph: ({
            "not_yet": "clock",
            "expired": "clock",
            "used": "ok",
            "other_locker": "next",
            "for_courier": "parcel",
            "unpaid": "card",
            "not_verified": "you",
            "walk_ups_paused": "clock",
            "no_beginning": "clock",
            "full": "clock",
            "out_of_service": "clock"
        })[explanation] ?? "stop"
    readonly property string say: ({
            "not_yet": qsTr("Your parcel is not here yet"),
            "used": qsTr("This code has done its work"),
            "expired": qsTr("The time for this parcel has run out"),
            "cancelled": qsTr("This delivery was cancelled"),
            "blocked": qsTr("This parcel is on hold"),
            "unsure": qsTr("We look into this compartment first"),
            "ask_staff": qsTr("We open this one together"),
            "no_line": qsTr("We cannot open doors right now"),
            "other_network": qsTr("This code is for another locker network"),
            "other_locker": qsTr("This code is for another locker"),
            "for_courier": qsTr("A courier collects this one"),
            "courier_code": qsTr("This is a courier's code"),
            "unpaid": qsTr("Something is still to be paid"),
            "not_verified": qsTr("We have to know who you are"),
            "no_extension": qsTr("This one cannot be kept longer"),
            "no_refusal": qsTr("We cannot send it back from here"),
            "walk_ups_paused": qsTr("We take a short break from this"),
            "no_beginning": qsTr("This cannot be started just now"),
            "full": qsTr("No door is free now"),
            "out_of_service": qsTr("No parcel can be put in at the moment")
        })[explanation] ?? ""
    readonly property string note: ({
            "not_yet": otherwise === "here" ? qsTr("Say that you are here, and it is brought to a door.") : qsTr("It is still on its way. The same code opens its door once it is here."),
            "used": qsTr("Its parcel has been put in or picked up. If that was not you, call us."),
            "expired": otherwise === "extend" ? qsTr("It is still here. Keep it longer, and the same code opens its door.") : qsTr("Call us or the sender: we find a way for it."),
            "cancelled": qsTr("No door opens for it any more. The sender knows more."),
            "blocked": qsTr("The operator has paused it. Call us and we look into it."),
            "unsure": qsTr("It may not be empty, so it stays shut. Call us and we find you another."),
            "ask_staff": qsTr("Call us and have your message with the code at hand."),
            "no_line": qsTr("The line to our network is down. Your code stays good: please try again in a few minutes, or call us."),
            "other_network": qsTr("It opens nothing here. Your message says which locker it is for."),
            "other_locker": where ? qsTr("Your door is at: %1. The code is good there.").arg(where) : qsTr("It is good there. Your message says which locker it is."),
            "for_courier": qsTr("Your part is done. Nothing more is to be taken or put in."),
            "courier_code": qsTr("Couriers cannot log in at this locker yet. Call us, and we help."),
            "unpaid": qsTr("It cannot be paid here. Call us or the sender: then the same code opens the door."),
            "not_verified": qsTr("That cannot be checked here. Call us, and we find a way."),
            "no_extension": qsTr("The code still opens the door. Call us or the sender when you need more time."),
            "no_refusal": qsTr("Leave it in its door: after its time it goes back. Or call us."),
            "walk_ups_paused": qsTr("Some doors have to be looked into first. Who has a code is served as always."),
            "no_beginning": qsTr("Nothing was set aside. Please try again a little later. Who has a code is served as always."),
            "full": qsTr("Doors become free all day. Your code stays good: please come again."),
            "out_of_service": qsTr("What lies inside can be picked up as always. Your code stays good: please come again.")
        })[explanation] ?? ""
}
