import QtQuick
import KioskCore
import ui.controls
import ui.theme

// Something is under way that ends by itself: the same look wherever staff wait.
Stage {
    id: root

    required property ScreenViewModel about
    property string note
    property list<string> doors

    share: 1
    helps: false

    wall: SayWall {
        anchors.fill: parent
        bank: root.about.bank
        glyph: "clock"
        tone: Theme.colors.lamp
        say: qsTr("One moment")
        note: root.note
        lit: root.doors
        look: "offer"
    }
}
