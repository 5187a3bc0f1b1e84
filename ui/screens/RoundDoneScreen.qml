pragma ComponentBehavior: Bound

import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property RoundDoneViewModel vm
    readonly property bool back: vm.left.count > 0
    readonly property string rest: [vm.waiting > 0 ? qsTr("%1 still to be put in").arg(vm.waiting) : "", back ? qsTr("These parcels go back with you") : vm.delivered > 0 ? qsTr("Everything you scanned is in") : ""].filter(one => one !== "").join("\n")
    readonly property string counts: [qsTr("Put in: %1").arg(vm.delivered), qsTr("Collected: %1").arg(vm.collected), vm.reported > 0 ? qsTr("Reported: %1").arg(vm.reported) : ""].filter(one => one !== "").join("\n")

    journey: qsTr("Courier")
    primary: finish
    share: Theme.portrait ? 0.4 : 0.42

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: "ok"
        tone: Theme.colors.goodOnWall
        say: qsTr("Your visit")
        note: [Theme.portrait ? "" : root.counts, root.rest].filter(one => one !== "").join("\n")
    }

    Column {
        id: facts

        visible: Theme.portrait
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top

        Fact {
            width: facts.width
            name: qsTr("Put in")
            value: root.vm.delivered
        }
        Fact {
            width: facts.width
            name: qsTr("Collected")
            value: root.vm.collected
        }
        Fact {
            visible: root.vm.notified > 0
            width: facts.width
            name: qsTr("Recipients told")
            value: root.vm.notified
        }
        Fact {
            visible: root.vm.reported > 0
            width: facts.width
            name: qsTr("Reported")
            value: root.vm.reported
        }
        Fact {
            visible: root.vm.left.count > 0
            width: facts.width
            name: qsTr("Left over")
            value: root.vm.left.count
        }
    }
    ParcelSheet {
        id: list

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: facts.visible ? facts.bottom : parent.top
        anchors.topMargin: facts.visible ? Theme.gap : 0
        anchors.bottom: acts.top
        anchors.bottomMargin: Theme.gap
        model: root.vm.left
        onTurned: next => page = next

        delegate: ParcelLine {
            id: line

            required property int index
            required property string short
            required property string verdict
            readonly property VerdictWords why: VerdictWords {
                verdict: line.verdict
            }

            objectName: "left." + index
            visible: list.shows(index)
            width: list.width
            door: ""
            parcel: short
            size: ""
            says: why.words
            good: why.good
            glyph: why.icon
        }
    }
    Column {
        id: acts

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        spacing: Theme.gap

        DoorButton {
            objectName: "round.print"
            visible: root.vm.prints
            enabled: !["printing", "out"].includes(root.vm.paper)
            glyph: "print"
            text: root.vm.paper === "printing" ? qsTr("Printing…") : root.vm.paper === "out" ? qsTr("Printed") : root.vm.paper === "failed" ? qsTr("Not printed. Try once more") : qsTr("Print the list")
            size: Theme.body
            width: acts.width
            height: Theme.portrait ? 26 * Theme.mm : 24 * Theme.mm
            onClicked: root.vm.print()
        }
        DoorButton {
            id: finish

            objectName: "round.finish"
            primary: true
            text: qsTr("Log out")
            width: acts.width
            height: Theme.portrait ? 34 * Theme.mm : 24 * Theme.mm
            onClicked: root.vm.finish()
        }
    }
}
