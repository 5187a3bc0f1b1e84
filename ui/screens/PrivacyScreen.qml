import QtQuick
import KioskCore
import ui.controls
import ui.theme

// What this locker sees and keeps, before anybody uses it.
Stage {
    id: root

    required property PrivacyViewModel vm
    readonly property list<string> facts: [qsTr("Name, phone and e-mail are kept encrypted until %1 hours after the parcel is gone, or 7 days after its time ran out.").arg(vm.personHours), qsTr("Each opening of a door is written down. After %1 days nobody can say whose parcel it was.").arg(vm.journalDays), qsTr("To know what is kept about you, or to have it deleted, touch Help.")]

    journey: vm.place
    wayBack: qsTr("Back")
    share: 0.4
    primary: back
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: "eye"
        say: qsTr("Your privacy")
        note: root.vm.camera ? qsTr("There is a camera beside the screen. It reads the codes you hold up. No picture is stored or sent anywhere.") : qsTr("There is no camera here that reads codes.")
    }

    Column {
        width: parent.width
        spacing: Theme.gap * (Theme.portrait && !Theme.low ? 1.3 : 0.6)

        Repeater {
            model: root.facts

            Words {
                required property string modelData

                width: parent?.width ?? 0
                text: modelData
                font.pixelSize: Theme.portrait ? Theme.body : Theme.small
            }
        }
        HelpCard {
            visible: Theme.portrait && !Theme.low
            width: parent.width
            phone: root.vm.phone
            operator: root.vm.operator
        }
    }
    DoorButton {
        id: back

        objectName: "privacy.back"
        primary: true
        text: qsTr("Back")
        size: Theme.act
        width: parent.width
        height: Theme.portrait ? 30 * Theme.mm : Theme.key
        anchors.bottom: parent.bottom
        onClicked: root.vm.back()
    }
}
