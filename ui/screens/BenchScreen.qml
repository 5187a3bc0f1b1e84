pragma ComponentBehavior: Bound

import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property BenchViewModel vm
    readonly property int columns: 3
    readonly property int lines: Math.ceil(vm.pages.length / columns)
    readonly property real most: Theme.portrait ? 60 * Theme.mm : 34 * Theme.mm
    readonly property var pages: ({
            "doors": {
                "glyph": "door",
                "text": qsTr("Doors")
            },
            "inventory": {
                "glyph": "parcel",
                "text": qsTr("Inventory")
            },
            "left_open": {
                "glyph": "dooropen",
                "text": qsTr("Left open")
            },
            "tickets": {
                "glyph": "tool",
                "text": qsTr("Repairs")
            },
            "camera": {
                "glyph": "eye",
                "text": qsTr("Camera")
            },
            "readers": {
                "glyph": "scan",
                "text": qsTr("Readers")
            },
            "touch": {
                "glyph": "you",
                "text": qsTr("Touch")
            },
            "lines": {
                "glyph": "language",
                "text": qsTr("Network")
            },
            "bookings": {
                "glyph": "store",
                "text": qsTr("Bookings")
            },
            "system": {
                "glyph": "bolt",
                "text": qsTr("Machine")
            },
            "settings": {
                "glyph": "more",
                "text": qsTr("Settings")
            },
            "logs": {
                "glyph": "receipt",
                "text": qsTr("Log")
            },
            "evidence": {
                "glyph": "question",
                "text": qsTr("Evidence")
            },
            "printers": {
                "glyph": "print",
                "text": qsTr("Printers")
            },
            "lockdown": {
                "glyph": "lock",
                "text": qsTr("Lockdown")
            }
        })

    journey: qsTr("Service")
    far: vm.account
    wayBack: qsTr("Log out")
    share: Theme.portrait ? 0.3 : 0.3
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("What is to be done?")
        note: root.vm.supervisor ? qsTr("Logged in as %1, supervisor").arg("\u2068" + root.vm.account + "\u2069") : qsTr("Logged in as %1").arg("\u2068" + root.vm.account + "\u2069")
    }

    Grid {
        id: grid

        anchors.fill: parent
        columns: root.columns
        spacing: Theme.gap

        Repeater {
            model: root.vm.pages

            DoorButton {
                required property string modelData
                readonly property var page: root.pages[modelData] ?? ({
                        "glyph": "more",
                        "text": modelData
                    })

                objectName: "bench." + modelData
                glyph: Theme.portrait ? page.glyph : ""
                text: page.text
                size: Theme.portrait ? Theme.body : Theme.small
                padding: Theme.portrait ? Theme.inset * 0.8 : Theme.gap * 1.2
                width: (grid.width - (root.columns - 1) * grid.spacing) / root.columns
                height: Math.min(root.most, (grid.height - (root.lines - 1) * grid.spacing) / root.lines)
                onClicked: root.vm.choose(modelData)
            }
        }
    }
}
