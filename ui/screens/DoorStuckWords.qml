import QtQuick

// Why a door did not open, and where the parcel is meanwhile.
QtObject {
    id: root

    required property string failure
    required property bool pickup
    required property bool mayTry
    required property bool openedBefore
    readonly property string yours: openedBefore ? qsTr("What is inside stays safe and yours.") : pickup ? qsTr("Your parcel is still inside and still yours.") : qsTr("Your parcel stays with you. Nothing is stored yet.")
    readonly property string say: ({
            "jammed": qsTr("This door is stuck"),
            "board": qsTr("The lock does not answer"),
            "busy": qsTr("Another door is still open"),
            "spent": qsTr("This door has opened as often as it may"),
            "out_of_use": qsTr("This door is out of use"),
            "no_memory": qsTr("We cannot open doors right now")
        })[failure] ?? ""
    readonly property string note: failure === "busy" && mayTry ? qsTr("Doors open one after the other. Try once more when it is shut.") : failure === "spent" ? qsTr("Call us, and we open it with you.") : yours
}
