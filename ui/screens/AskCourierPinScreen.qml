import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property AskCourierPinViewModel vm
    readonly property string locked: vm.minutes > 0 ? qsTr("No PIN is heard for another %1 min").arg(vm.minutes) : qsTr("No PIN is heard any more")
    readonly property string wrong: ({
            "refused": qsTr("This is not your PIN"),
            "locked": locked,
            "failed": qsTr("That did not work")
        })[vm.wrong] ?? ""

    journey: qsTr("Courier")
    wayBack: qsTr("Back")
    share: pad.wallShare
    primary: pad.go
    onBack: root.vm.back()
    Keys.onPressed: event => event.accepted = root.vm.strike(event.key, event.text)

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: root.wrong ? "stop" : ""
        tone: Theme.colors.badOnWall
        say: root.wrong || qsTr("Your PIN")
        note: root.vm.wrong === "locked" ? (root.vm.minutes < 0 ? qsTr("The office makes a new one. You can still put parcels in.") : qsTr("You can still put parcels in.")) : root.vm.judging ? qsTr("One moment") : qsTr("With it you may take parcels out.")
    }

    CodePad {
        id: pad

        anchors.fill: parent
        vm: root.vm
        title: qsTr("Your PIN")
        typed: root.vm.typed
        turns: false
        goText: qsTr("Next")
        wallWish: Theme.portrait ? (Theme.low ? 0.72 : 0.46) : 0.4
    }
}
