import QtQuick

// Counts seconds down for the eye; nothing is decided by it.
QtObject {
    id: root

    required property int seconds
    property int left: seconds
    readonly property real share: left / Math.max(1, seconds)
    readonly property string digits: Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0")
    readonly property Timer clock: Timer {
        interval: 1000
        repeat: true
        running: root.left > 0
        onTriggered: root.left -= 1
    }
}
