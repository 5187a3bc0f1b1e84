import QtQuick
import KioskCore
import ui.controls
import ui.theme

// The door by its number, where it is in words, and the map with it lit.
Item {
    id: root

    required property ScreenViewModel vm
    property string say
    property string note
    property bool longSay: false
    property bool tells: true           // whether the place is said in words
    property string look: "lit"
    property real swing: 0
    property real swung: Theme.calm ? swing : 0     // the leaf swings when the screen comes
    readonly property PlaceWords place: PlaceWords {
        side: root.vm.door.side
        column: root.vm.door.column
        row: root.vm.door.row
        fromTop: root.vm.door.fromTop
        above: root.vm.door.above
    }

    Component.onCompleted: swung = swing

    DoorTitle {
        id: head

        width: parent.width
        door: root.vm.door.label
        tone: root.look === "problem" ? Theme.colors.badOnWall : Theme.colors.lamp
        say: root.say
        longSay: root.longSay
        note: root.note
        where: root.tells ? root.place.words : ""
    }
    BankMap {
        bank: root.vm.bank
        visible: height > 26 * Theme.mm
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap * (Theme.portrait ? 3 : 1)
        anchors.bottom: parent.bottom
        led: Theme.portrait
        ledWidth: head.numberWidth
        hereInWords: Theme.portrait
        lit: [root.vm.door.label]
        look: root.look
        swing: root.swung
    }
}
