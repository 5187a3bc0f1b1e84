import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property ChooseMovableViewModel vm

    journey: qsTr("Courier: move")
    wayBack: qsTr("Back")
    share: Theme.portrait ? 0.26 : 0.4
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("Which parcel shall move?")
    }

    PickList {
        anchors.fill: parent
        rows: root.vm.rows
        page: root.vm.page
        prefix: "move"
        empty: root.vm.reading ? qsTr("One moment") : qsTr("None of your parcels lies here.")
        onChosen: key => root.vm.choose(key)
        onTurned: page => root.vm.turn(page)
    }
}
