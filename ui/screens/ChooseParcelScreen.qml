import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property ChooseParcelViewModel vm
    readonly property ProblemWords words: ProblemWords {}

    journey: qsTr("Courier: report")
    wayBack: qsTr("Back")
    share: Theme.portrait ? 0.3 : 0.4
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("Which parcel?")
        note: root.vm.code ? root.words.of(root.vm.code) : qsTr("Mark where it is")
    }

    PickList {
        anchors.fill: parent
        rows: root.vm.rows
        page: root.vm.page
        prefix: "parcel"
        foot: root.vm.code ? none.height : 0
        onChosen: key => root.vm.choose(key)
        onTurned: page => root.vm.turn(page)
    }
    DoorButton {
        id: none

        objectName: "parcel.none"
        visible: root.vm.code !== ""
        text: qsTr("It is not on the list")
        size: Theme.body
        width: parent.width
        height: Theme.portrait ? 26 * Theme.mm : Theme.key
        anchors.bottom: parent.bottom
        onClicked: root.vm.none()
    }
}
