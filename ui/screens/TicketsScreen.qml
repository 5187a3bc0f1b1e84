pragma ComponentBehavior: Bound

import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property TicketsViewModel vm

    journey: qsTr("Service: repairs")
    wayBack: qsTr("Back")
    turner: sheet.turner
    share: Theme.portrait ? 0.34 : 0.34
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: root.vm.reading ? qsTr("The list is being read") : root.vm.tickets.count === 0 ? qsTr("Nothing waits for repair") : qsTr("To be repaired: %1").arg(root.vm.tickets.count)
    }

    Notice {
        visible: !root.vm.reading && root.vm.tickets.count === 0
        glyph: "tool"
        text: qsTr("Report what is broken on the door's own page.")
        anchors.left: parent.left
        anchors.right: parent.right
    }

    OptionWords {
        id: words
    }
    Sheet {
        id: sheet

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        onTurned: page => sheet.page = page
        spacing: Theme.gap
        model: root.vm.tickets

        Item {
            id: row

            required property int index
            required property int number
            required property string label
            required property string fault
            required property string since
            required property string by

            visible: sheet.shows(index)
            width: sheet.width
            implicitHeight: Math.max(done.height, what.height + when.height)

            Words {
                id: what

                text: qsTr("Door %1: %2").arg(row.label).arg(words.of("ticket", row.fault))
                bold: true
                anchors.left: parent.left
                width: parent.width - done.width - Theme.gap
                font.pixelSize: Theme.portrait ? Theme.body : Theme.small
            }
            Words {
                id: when

                text: qsTr("%1, by %2").arg(row.since).arg("\u2068" + row.by + "\u2069")
                width: what.width
                anchors.left: parent.left
                anchors.top: what.bottom
                font.pixelSize: Theme.small
                color: Theme.colors.soft
            }
            DoorButton {
                id: done

                objectName: "ticket." + row.number
                text: qsTr("Repaired")
                spoken: qsTr("Door %1: repaired").arg(row.label)
                size: Theme.small
                padding: Theme.gap
                width: (Theme.portrait ? 62 : 42) * Theme.mm
                height: Theme.portrait ? 24 * Theme.mm : Theme.touch
                anchors.right: parent.right
                onClicked: root.vm.close(row.number)
            }
        }
    }
}
