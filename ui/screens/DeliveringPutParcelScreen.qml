import QtQuick
import KioskCore
import ui.controls
import ui.theme

// A courier's door stands open: which parcel goes in, which of how many, and which door is next.
Stage {
    id: root

    required property DeliveringPutParcelViewModel vm
    readonly property string then: vm.then ? qsTr("Then door %1").arg(vm.then) : vm.total > 1 ? qsTr("The last one") : ""
    readonly property bool other: vm.seen === "other"      // its label belongs to another parcel
    readonly property string parcel: "\u2066…\u00a0" + vm.short + "\u2069"
    readonly property string beside: vm.shared ? qsTr("Beside the parcel that lies there") : ""

    journey: qsTr("Courier: put in")
    far: vm.total > 1 ? qsTr("%1 of %2").arg(vm.number).arg(vm.total) : ""
    share: Theme.portrait ? 0.56 : 0.48
    primary: act.says

    wall: DoorWall {
        anchors.fill: parent
        vm: root.vm
        say: root.other ? qsTr("Another\nparcel") : qsTr("Door %1\nis open").arg(root.vm.door.label)
        note: [root.other ? qsTr("Only %1 goes in here").arg(root.parcel) : root.parcel, root.beside, root.then].filter(one => one !== "").join("\n")
        tells: Theme.portrait
        swing: 1
    }

    ActAtDoor {
        id: act

        anchors.fill: parent
        firstAct: "put"
        first: qsTr("Put the parcel in")
        second: qsTr("Push the door shut")
        notice: root.vm.stage > 0 ? qsTr("Door %1 is still open").arg(root.vm.door.label) : ""
        stage: root.vm.stage
        unseen: root.vm.door.unseen
        onSaidShut: root.vm.saidShut()

        DoorButton {
            id: noFit

            objectName: "door.nofit"
            width: parent.width
            glyph: "bigger"
            text: qsTr("It does not fit")
            size: Theme.body
            height: Theme.portrait ? 22 * Theme.mm : 17 * Theme.mm
            onClicked: root.vm.doesNotFit()
        }
        Row {
            anchors.top: noFit.bottom
            anchors.topMargin: Theme.gap
            width: parent.width
            spacing: Theme.gap

            DoorButton {
                objectName: "door.trouble"
                width: (parent.width - Theme.gap) / 2
                text: qsTr("Problem")
                size: Theme.portrait ? Theme.body : Theme.small
                padding: Theme.portrait ? Theme.inset : Theme.gap
                height: noFit.height
                onClicked: root.vm.trouble()
            }
            DoorButton {
                objectName: "door.cancel"
                width: (parent.width - Theme.gap) / 2
                text: qsTr("Take it back")
                size: Theme.portrait ? Theme.body : Theme.small
                padding: Theme.portrait ? Theme.inset : Theme.gap
                height: noFit.height
                onClicked: root.vm.cancel()
            }
        }
    }
}
