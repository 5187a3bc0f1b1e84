import QtQuick
import KioskCore
import ui.controls

// Something of service mode is under way; it ends by itself.
Stage {
    id: root

    required property ScreenViewModel about
    property string say
    property string note

    journey: qsTr("Service")
    share: 1
    helps: false

    wall: SayWall {
        anchors.fill: parent
        bank: root.about.bank
        say: root.say
        note: root.note
    }
}
