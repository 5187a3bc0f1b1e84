import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property ChooseTargetViewModel vm

    journey: qsTr("Courier: move")
    wayBack: vm.inHand ? "" : qsTr("Back")
    share: Theme.portrait ? 0.42 : 0.42
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("Where shall it go?")
        note: qsTr("… %1, from door %2").arg(root.vm.short).arg(root.vm.source)
        lit: root.vm.free
        look: "offer"
    }

    PickList {
        anchors.fill: parent
        rows: root.vm.rows
        page: root.vm.page
        prefix: "target"
        places: true
        foot: root.vm.inHand ? back.height : 0
        empty: root.vm.looking ? qsTr("One moment") : qsTr("No other compartment is free and large enough.")
        onChosen: key => root.vm.choose(key)
        onTurned: page => root.vm.turn(page)
    }
    DoorButton {
        id: back

        objectName: "target.back"
        visible: root.vm.inHand
        glyph: "return"
        tile: false
        text: qsTr("Put it back")
        size: Theme.body
        width: parent.width
        height: Theme.portrait ? 26 * Theme.mm : Theme.key
        anchors.bottom: parent.bottom
        onClicked: root.vm.putBack()
    }
}
