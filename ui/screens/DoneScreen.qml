import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property DoneViewModel vm
    readonly property DoneWords words: DoneWords {
        outcome: root.vm.outcome
        door: root.vm.door.label
        stores: root.vm.door.stores
        until: root.vm.until
    }
    readonly property Countdown time: Countdown {
        seconds: root.vm.seconds
    }

    aim: vm.door.aim
    step: 3
    steps: 3
    share: Theme.portrait ? 0.62 : 0.46
    primary: finish

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: root.words.glyph
        tone: Theme.colors.goodOnWall
        say: root.words.say
        note: paper.words.wall || root.words.note
        lit: root.vm.door.label ? [root.vm.door.label] : []
        look: root.words.good ? "done" : "offer"
    }

    DoorButton {
        id: again

        objectName: "door.again"
        visible: root.vm.reopens
        glyph: "again"
        text: qsTr("Open door again")
        trailing: root.time.digits
        timeShare: root.time.share
        size: Theme.body
        wraps: true
        width: parent.width
        height: Theme.portrait ? 40 * Theme.mm : 30 * Theme.mm
        onClicked: root.vm.open()
    }
    PaperOffer {
        id: paper

        vm: root.vm.paper
        screen: "done"
        door: root.vm.door.label
        width: parent.width
        anchors.top: again.visible ? again.bottom : parent.top
        anchors.topMargin: again.visible ? Theme.gap : 0
    }
    DoorButton {
        id: finish

        objectName: "door.finish"
        primary: true
        text: qsTr("Finish")
        size: Theme.act * 1.1
        width: parent.width
        anchors.top: paper.visible ? paper.bottom : again.visible ? again.bottom : parent.top
        anchors.topMargin: paper.visible || again.visible ? Theme.gap : 0
        anchors.bottom: parent.bottom
        onClicked: root.vm.finish()
    }
}
