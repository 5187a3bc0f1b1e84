import QtQuick

// What a visit is for, in two or three words.
QtObject {
    id: root

    required property string aim
    readonly property string words: ({
            "pickup": qsTr("Pick up"),
            "dropoff": qsTr("Drop off"),
            "send": qsTr("Send"),
            "store": qsTr("Store"),
            "return": qsTr("Return"),
            "extend": qsTr("Keep longer"),
            "refuse": qsTr("Send back"),
            "courier": qsTr("Courier"),
            "technician": qsTr("Service")
        })[aim] ?? ""
}
