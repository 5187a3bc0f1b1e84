import QtQuick

// What is known of a compartment, and what became of what was just done, in words.
QtObject {
    id: root

    required property string condition
    required property string flag
    required property string reason
    required property string contents
    required property string ended
    required property string finding
    required property string refused
    required property string acted
    required property string took
    readonly property string state: flag === "quarantined" ? qsTr("In quarantine") : flag === "maintenance" ? qsTr("Out of use") : flag === "left_open" ? qsTr("Left open") : ({
            "open": qsTr("Open"),
            "silent": qsTr("Sensor says nothing"),
            "check": qsTr("To be looked into"),
            "parcel": qsTr("A parcel inside"),
            "held": qsTr("Reserved"),
            "free": qsTr("Free")
        })[condition] ?? ""
    readonly property bool bad: flag !== "" || condition === "silent" || condition === "check"
    readonly property string inside: ({
            "empty": qsTr("nothing"),
            "parcel": qsTr("a parcel"),
            "maybe": qsTr("nobody knows"),
            "missing": qsTr("nothing; a parcel is missing")
        })[contents] ?? ""
    readonly property string why: flag === "" ? "" : known[reason.replace("technician: ", "")] ?? reason
    readonly property var known: ({
            "contact flutters": qsTr("its sensor flutters"),
            "opened with another door": qsTr("opened with another door"),
            "by itself": qsTr("opened by itself"),
            "open at start": qsTr("open when the kiosk started"),
            "found at start": qsTr("open when the kiosk started"),
            "from afar": qsTr("opened from afar"),
            "compartment.left": qsTr("nobody shut it"),
            "compartment.blocked": qsTr("somebody found it not empty"),
            "memory lost": qsTr("the kiosk forgot what lies inside"),
            "parcel nobody knows": qsTr("a parcel nobody knows"),
            "broken": qsTr("broken"),
            "dirty": qsTr("dirty"),
            "water": qsTr("wet inside"),
            "work": qsTr("somebody works on it"),
            "office": qsTr("the office asked for it")
        })
    readonly property bool alarming: refused !== "" || ended === "stayed_shut" || ended === "left_open" || finding === "missing" || finding === "unknown_parcel" || finding === "not_recorded"
    readonly property string news: refused ? ({
            "door_open": qsTr("Not done: shut the door first."),
            "not_empty": qsTr("Not done: take the parcel out first."),
            "already": qsTr("Nothing to do: it is so already."),
            "no_parcel": qsTr("Not done: no parcel is known to lie here."),
            "no_memory": qsTr("Not done: it could not be written down."),
            "not_allowed": qsTr("Not done: open it and look inside first.")
        })[refused] ?? "" : finding ? ({
            "as_expected": qsTr("Noted, as expected. Shut and in order."),
            "missing": qsTr("Noted. A parcel should lie here: the office is told."),
            "unknown_parcel": qsTr("Noted. Nobody knows this parcel: in quarantine."),
            "unsure": qsTr("Noted: nobody knows what lies inside."),
            "not_recorded": qsTr("It could not be written down.")
        })[finding] ?? "" : ended ? ({
            "unsaid": qsTr("Shut. Nobody knows what lies inside."),
            "stayed_shut": qsTr("The door stayed shut."),
            "left_open": qsTr("The door stands open. Push it shut.")
        })[ended] ?? "" : took ? (took === "collected" ? qsTr("The parcel was taken out for good.") : qsTr("The parcel was not taken out.")) : ({
            "return": qsTr("Back in use."),
            "disable": qsTr("Out of use now."),
            "resize": qsTr("Its size was changed."),
            "ticket": qsTr("Written down for repair.")
        })[acted] ?? ""
}
