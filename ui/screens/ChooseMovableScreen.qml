import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property ChooseMovableViewModel vm
    readonly property bool none: !vm.reading && vm.rows.count === 0

    journey: qsTr("Courier: move")
    wayBack: qsTr("Back")
    share: none ? (Theme.portrait ? 0.72 : 0.48) : Theme.portrait ? 0.26 : 0.4
    primary: none ? list : null
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: root.none ? qsTr("No parcel of yours is here") : qsTr("Which parcel to move?")
    }

    PickList {
        anchors.fill: parent
        rows: root.vm.rows
        page: root.vm.page
        prefix: "move"
        empty: root.vm.reading ? qsTr("One moment") : ""
        onChosen: key => root.vm.choose(key)
        onTurned: page => root.vm.turn(page)
    }
    DoorButton {
        id: list

        objectName: "move.list"
        visible: root.none
        primary: true
        text: qsTr("Back to the list")
        width: parent.width
        height: (Theme.portrait ? 40 : 24) * Theme.mm
        anchors.bottom: parent.bottom
        onClicked: root.vm.back()
    }
}
