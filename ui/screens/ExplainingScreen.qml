import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property ExplainingViewModel vm
    readonly property ExplainingWords words: ExplainingWords {
        explanation: root.vm.explanation
    }

    journey: vm.place
    step: 1
    steps: 3
    wayBack: qsTr("Start over")
    share: Theme.portrait ? 0.64 : 0.5
    primary: finish
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: root.words.glyph
        say: root.words.say
        note: root.words.note
    }

    HelpCard {
        width: parent.width
        phone: root.vm.phone
        operator: root.vm.operator
    }
    DoorButton {
        id: finish

        objectName: "explain.finish"
        primary: true
        text: qsTr("Finish")
        size: Theme.act * (Theme.portrait ? 1.15 : 1)
        width: parent.width
        height: Theme.portrait ? 42 * Theme.mm : 30 * Theme.mm
        anchors.bottom: parent.bottom
        onClicked: root.vm.finish()
    }
}
