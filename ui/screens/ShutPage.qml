import QtQuick
import KioskCore
import ui.controls
import ui.theme

// Nothing more to do at the open door: only the shut is awaited, or one thinks better of it.
ActAtDoor {
    id: root

    required property ScreenViewModel vm
    property string other               // the way out, where there is one
    property string otherGlyph: "back"
    property string away                // a second way out
    signal reconsidered
    signal leaving

    second: qsTr("Push the door shut")
    notice: stage > 0 ? qsTr("Door %1 is still open").arg(vm.door.label) : ""
    unseen: vm.door.unseen
    onSaidShut: vm.saidShut()

    Column {
        width: parent.width
        spacing: Theme.gap

        DoorButton {
            objectName: "door.away"
            visible: root.away !== ""
            width: parent.width
            glyph: "return"
            text: root.away
            size: Theme.body
            height: Theme.portrait ? 24 * Theme.mm : Theme.key
            onClicked: root.leaving()
        }
        DoorButton {
            objectName: "door.reconsider"
            visible: root.other !== ""
            width: parent.width
            glyph: root.otherGlyph
            text: root.other
            size: Theme.body
            height: Theme.portrait ? 24 * Theme.mm : Theme.key
            onClicked: root.reconsidered()
        }
    }
}
