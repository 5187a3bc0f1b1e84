import QtQuick

// Why a door did not open, and where the parcel is meanwhile.
QtObject {
    id: root

    required property string failure
    required property bool pickup
    required property bool mayTry
    required property bool openedBefore
    property bool staffed: false        // it is no parcel of theirs
    readonly property string safe: openedBefore ? qsTr("What is inside stays inside.") : pickup ? qsTr("The parcel is still inside.") : qsTr("The parcel stays with you. Nothing is stored yet.")
    readonly property string yours: staffed ? safe : openedBefore ? qsTr("What is inside stays safe and yours.") : pickup ? qsTr("Your parcel is still inside and still yours.") : qsTr("Your parcel stays with you. Nothing is stored yet.")
    readonly property string say: ({
            "jammed": qsTr("This door is stuck"),
            "board": qsTr("The lock does not answer"),
            "busy": qsTr("Another door is still open"),
            "spent": qsTr("This door has opened as often as it may"),
            "out_of_use": qsTr("This door is out of use"),
            "no_memory": qsTr("We cannot open doors right now"),
            "unheard": qsTr("The locker does not answer"),
            "turned_away": qsTr("We cannot open this door now"),
            "later": qsTr("The locker is busy just now")
        })[failure] ?? ""
    readonly property string note: failure === "busy" && mayTry ? qsTr("Doors open one after the other. Try once more when it is shut.") : failure === "unheard" && mayTry ? qsTr("If the door is open, go on and push it shut. If not, try once more.") : failure === "later" && mayTry ? qsTr("Wait a moment, then try once more.") : failure === "spent" ? qsTr("Call us, and we open it with you.") : yours
}
