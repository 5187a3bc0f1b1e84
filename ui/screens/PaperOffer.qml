import QtQuick
import KioskCore
import ui.controls
import ui.theme

// A receipt, or the code on paper: a quiet offer, and then what became of it.
Item {
    id: root

    required property PaperViewModel vm
    required property string screen     // it stands on
    property string door
    readonly property PaperWords words: PaperWords {
        kind: root.vm.kind
        at: root.vm.at
        door: root.door
    }

    visible: vm.offered
    height: Theme.portrait ? 26 * Theme.mm : 17 * Theme.mm

    DoorButton {
        objectName: root.screen + ".paper"
        visible: root.vm.mayPrint
        glyph: root.vm.at === "failed" ? "again" : "receipt"
        text: root.words.act
        size: Theme.body
        tile: false
        anchors.fill: parent
        onClicked: root.vm.print()
    }
    Notice {
        visible: !root.vm.mayPrint
        glyph: root.words.glyph
        text: root.words.say
        anchors.fill: parent
    }
}
