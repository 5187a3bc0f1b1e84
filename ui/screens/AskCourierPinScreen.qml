import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property AskCourierPinViewModel vm
    readonly property bool shut: vm.wrong === "locked"
    readonly property string locked: vm.minutes > 0 ? qsTr("PIN locked for %1 min").arg(vm.minutes) : qsTr("PIN locked")
    readonly property string wrong: ({
            "refused": qsTr("This is not your PIN"),
            "locked": locked,
            "failed": qsTr("That did not work")
        })[vm.wrong] ?? ""

    journey: qsTr("Courier")
    wayBack: qsTr("Back")
    share: shut ? (Theme.portrait ? 0.72 : 0.48) : pad.wallShare
    primary: shut ? home : pad.go
    onBack: root.vm.back()
    Keys.onPressed: event => event.accepted = !root.shut && root.vm.strike(event.key, event.text)

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: root.wrong ? "stop" : ""
        tone: Theme.colors.badOnWall
        say: root.wrong || qsTr("Your PIN")
        note: root.shut ? (root.vm.minutes < 0 ? qsTr("Ask your office for a new one. You can still put parcels in.") : qsTr("You can still put parcels in.")) : root.vm.judging ? qsTr("One moment") : qsTr("With it you may take parcels out.")
    }

    CodePad {
        id: pad

        anchors.fill: parent
        visible: !root.shut
        vm: root.vm
        title: qsTr("Your PIN")
        typed: root.vm.typed
        turns: false
        goText: qsTr("Next")
        wallWish: Theme.portrait ? (Theme.low ? 0.72 : 0.46) : 0.4
    }
    DoorButton {
        id: home

        objectName: "pin.list"
        visible: root.shut
        primary: true
        text: qsTr("Back to the list")
        width: parent.width
        height: (Theme.portrait ? 40 : 24) * Theme.mm
        anchors.bottom: parent.bottom
        onClicked: root.vm.back()
    }
}
