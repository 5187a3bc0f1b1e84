import QtQuick
import KioskCore
import ui.controls
import ui.theme

// What is known of one compartment; across only what matters most has room.
Column {
    id: root

    required property OneDoorViewModel vm
    required property string inside
    required property string why
    property bool roomy: true
    property real room: 1000 * Theme.mm     // the height there is

    function said(contact: string): string {
        return contact === "open" ? qsTr("open") : contact === "shut" ? qsTr("shut") : qsTr("says nothing");
    }

    Fact {
        width: parent.width
        visible: root.why !== ""
        name: qsTr("Because")
        value: root.why
    }
    Fact {
        width: parent.width
        name: qsTr("Inside")
        value: root.inside
    }
    Fact {
        width: parent.width
        visible: root.vm.reservation !== "" && (root.roomy || root.why === "")
        name: qsTr("For")
        value: root.vm.reservation.slice(-12)
    }
    Fact {
        width: parent.width
        visible: Theme.portrait || Theme.zoom === 1 && root.vm.rear === "" && root.room > 52 * Theme.mm
        name: qsTr("Sensor")
        value: root.said(root.vm.sensor) + (root.vm.rear ? qsTr(", at the rear %1").arg(root.said(root.vm.rear)) : "")
    }
    Fact {
        width: parent.width
        visible: root.roomy
        name: qsTr("Size")
        value: qsTr("%1, %2 × %3 × %4 cm").arg("\u2068" + root.vm.size + "\u2069").arg(root.vm.inside[0]).arg(root.vm.inside[1]).arg(root.vm.inside[2])
    }
    Fact {
        width: parent.width
        visible: root.roomy || root.why === ""
        name: qsTr("Wiring")
        value: root.vm.wiring
    }
    Fact {
        width: parent.width
        visible: root.roomy
        name: qsTr("Last try")
        value: root.vm.lastTry === "" ? qsTr("none yet") : root.vm.lastJammed ? qsTr("%1, no movement").arg(root.vm.lastTry) : root.vm.lastTry
        bad: root.vm.lastJammed
    }
    Fact {
        width: parent.width
        visible: root.roomy || root.vm.reservation === ""
        name: qsTr("Pulses")
        value: root.vm.jams > 0 ? qsTr("%1, %2 jammed").arg(root.vm.pulses).arg(root.vm.jams) : root.vm.pulses
    }
    Fact {
        width: parent.width
        visible: root.roomy && root.vm.tickets > 0
        name: qsTr("Repairs asked for")
        value: root.vm.tickets
    }
}
