import QtQuick

// What was not met, and what to do now.
QtObject {
    id: root

    required property string demand
    required property string failure
    readonly property bool pays: demand === "payment"
    readonly property string say: failure === "unavailable" ? (pays ? qsTr("We cannot take payments here") : qsTr("We cannot check this here")) : failure === "cancelled" ? qsTr("That was stopped") : pays ? qsTr("The payment did not go through") : qsTr("That did not work")
    readonly property string note: failure === "unavailable" ? qsTr("Nothing has opened. Call us, and we find a way.") : pays ? qsTr("Nothing was charged, and nothing has opened. Another card may do it.") : qsTr("Nothing has opened. You can try as often as you like.")
}
