import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property ExplainingViewModel vm
    readonly property bool near: vm.nearest.count > 0
    readonly property ExplainingWords words: ExplainingWords {
        explanation: root.vm.explanation
        where: root.vm.where
        otherwise: root.vm.otherwise
    }

    journey: vm.place
    step: 1
    steps: 3
    wayBack: qsTr("Start over")
    share: Theme.portrait ? (near ? 0.44 : otherwise.visible ? 0.54 : 0.64) : 0.5
    primary: otherwise.visible ? otherwise : finish
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: root.words.glyph
        say: root.words.say
        note: root.words.note
    }

    NeighbourList {
        visible: root.near
        width: parent.width
        nearest: root.vm.nearest
        room: finish.y - Theme.gap
    }
    HelpCard {
        id: help

        visible: !root.near
        width: parent.width
        phone: root.vm.phone
        operator: root.vm.operator
    }
    DoorButton {
        id: otherwise

        objectName: "explain." + root.vm.otherwise
        visible: root.vm.otherwise !== ""
        primary: true
        text: root.vm.otherwise === "extend" ? qsTr("Keep it longer") : qsTr("Say that I am here")
        size: Theme.act * (Theme.portrait ? 1.15 : 1)
        wraps: true
        width: parent.width
        anchors.top: help.bottom
        anchors.topMargin: Theme.gap
        anchors.bottom: finish.top
        anchors.bottomMargin: Theme.gap
        onClicked: root.vm.otherwise === "extend" ? root.vm.extend() : root.vm.announce()
    }
    DoorButton {
        id: finish

        objectName: "explain.finish"
        primary: !otherwise.visible
        text: qsTr("Finish")
        size: otherwise.visible ? Theme.body : Theme.act * (Theme.portrait ? 1.15 : 1)
        width: parent.width
        height: Theme.portrait ? (otherwise.visible ? 30 : 42) * Theme.mm : otherwise.visible ? Theme.key : 30 * Theme.mm
        anchors.bottom: parent.bottom
        onClicked: root.vm.finish()
    }
}
