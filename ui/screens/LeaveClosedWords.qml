import QtQuick

// A parcel that is not taken: what to do with it, and what becomes of it.
QtObject {
    id: root

    required property string trouble
    required property string door
    required property bool goesBack
    readonly property string say: ({
            "not_mine": qsTr("Leave it inside"),
            "empty": qsTr("We look into it"),
            "unwanted": qsTr("Leave it inside")
        })[trouble] ?? qsTr("Leave your parcel inside")
    readonly property string unwanted: goesBack ? qsTr("Push door %1 shut. Then the parcel goes back to the sender.") : qsTr("Push door %1 shut. The operator sees to it with the sender.")
    readonly property string note: (({
                "not_mine": qsTr("Push door %1 shut. The operator has been told and looks for yours."),
                "empty": qsTr("Push door %1 shut. The operator has been told and looks for your parcel."),
                "unwanted": unwanted
            })[trouble] ?? qsTr("Push door %1 shut. The parcel stays yours, and the operator has been told.")).replace("%1", door)
}
