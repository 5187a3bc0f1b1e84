import QtQuick
import KioskCore
import ui.controls
import ui.theme

// The open door by its number, and what the camera sees while a label is asked for.
Item {
    id: root

    required property ScreenViewModel vm
    required property PreviewFeed preview
    property bool looks: false          // whether a label is looked for now
    property color tone: Theme.colors.lamp
    property string say
    property string note

    DoorTitle {
        id: head

        width: parent.width
        door: root.vm.door.label
        tone: root.tone
        say: root.say
        longSay: true
        note: root.note
    }
    Viewfinder {
        visible: root.looks && height > 24 * Theme.mm
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap * (Theme.portrait ? 2 : 1)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap

        CameraView {
            anchors.fill: parent
            feed: root.preview
            outline: Theme.colors.lamp
        }
    }
    BankMap {
        visible: !root.looks && height > 26 * Theme.mm
        bank: root.vm.bank
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap * (Theme.portrait ? 3 : 1)
        anchors.bottom: parent.bottom
        hereInWords: Theme.portrait
        lit: [root.vm.door.label]
        swing: 1
    }
}
