import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property HelpViewModel vm

    journey: vm.place
    helps: false
    wayBack: qsTr("Back")
    share: Theme.portrait ? 0.5 : 0.48
    primary: back
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: "question"
        say: qsTr("How can we help?")
        note: root.vm.place ? qsTr("When you call, tell us the name of this locker: %1").arg(root.vm.place) : ""
    }

    Column {
        width: parent.width
        spacing: Theme.gap * (Theme.portrait ? 1.5 : 0.8)

        HelpCard {
            width: parent.width
            phone: root.vm.phone
            operator: root.vm.operator
        }
        Words {
            visible: Theme.portrait
            width: parent.width
            text: qsTr("Your code is in the message about your parcel. Show it to the camera, or type it. No code, or no door opens? Then call us.")
            color: Theme.colors.soft
        }
    }
    DoorButton {
        id: back

        objectName: "help.back"
        primary: true
        text: root.vm.doorOpen ? qsTr("Back to the door") : qsTr("Back")
        size: Theme.act * (Theme.portrait ? 1.15 : 1)
        width: parent.width
        height: Theme.portrait ? 42 * Theme.mm : 30 * Theme.mm
        anchors.bottom: parent.bottom
        onClicked: root.vm.back()
    }
}
