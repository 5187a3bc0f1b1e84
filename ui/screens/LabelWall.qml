import QtQuick
import KioskCore
import ui.controls
import ui.theme

// An open door, and the camera's picture for the label of what is in hand.
Item {
    id: root

    required property ScreenViewModel vm
    required property PreviewFeed preview
    property string say
    property string note
    property color tone: Theme.colors.lamp
    property bool looks: preview.there

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
        anchors.topMargin: Theme.gap * (Theme.portrait ? 3 : 1)
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
