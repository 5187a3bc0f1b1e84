import QtQuick
import ui.controls
import ui.theme

// One page of service mode; doors come first and are the primary act.
DoorButton {
    id: root

    required property string page
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
    readonly property var entry: pages[page] ?? ({
            "glyph": "more",
            "text": page
        })

    objectName: "bench." + page
    primary: page === "doors"
    glyph: Theme.portrait ? entry.glyph : ""
    text: entry.text
    size: Theme.portrait ? Theme.body : Theme.small
    padding: Theme.portrait ? Theme.inset * 0.8 : Theme.gap * 1.2
}
