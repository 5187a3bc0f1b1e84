pragma ComponentBehavior: Bound

import QtQuick
import KioskCore
import ui.controls
import ui.theme

// What a technician can do, in three groups: at the doors, for parcels, at the machine.
Stage {
    id: root

    required property BenchViewModel vm
    readonly property real column: (pageWidth - 2 * Theme.gap) / 3

    journey: qsTr("Service")
    wayBack: qsTr("Log out")
    share: Theme.portrait ? 0.2 : 0.29
    primary: doors.first
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("What needs doing?")
        note: root.vm.supervisor ? qsTr("Logged in as %1, supervisor").arg("\u2068" + root.vm.account + "\u2069") : qsTr("Logged in as %1").arg("\u2068" + root.vm.account + "\u2069")
    }

    Row {
        anchors.fill: parent
        spacing: Theme.gap

        BenchColumn {
            id: doors

            width: root.column
            height: parent.height
            title: qsTr("Doors")
            names: ["doors", "inventory", "left_open", "tickets", "lockdown"].filter(one => root.vm.pages.includes(one))
            onChosen: page => root.vm.choose(page)
        }
        BenchColumn {
            id: parcels

            width: root.column
            height: parent.height
            title: qsTr("Parcels")
            names: ["bookings", "evidence", "printers", "lines", "logs"].filter(one => root.vm.pages.includes(one))
            onChosen: page => root.vm.choose(page)
        }
        BenchColumn {
            id: machine

            width: root.column
            height: parent.height
            title: qsTr("Machine")
            // Here are new pages, too, until somebody gives them a place.
            names: root.vm.pages.filter(one => !doors.names.includes(one) && !parcels.names.includes(one))
            onChosen: page => root.vm.choose(page)
        }
    }
}
