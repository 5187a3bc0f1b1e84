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
    share: Theme.portrait ? 0.34 : 0.34
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: root.vm.reading ? qsTr("The list is read") : root.vm.tickets.count === 0 ? qsTr("Nothing waits for repair") : qsTr("To be repaired: %1").arg(root.vm.tickets.count)
        note: root.vm.tickets.count === 0 ? qsTr("A door's own page writes it down.") : ""
    }

    OptionWords {
        id: words
    }
    Sheet {
        id: sheet

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: more.top
        anchors.bottomMargin: Theme.gap
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
    DoorButton {
        id: more

        objectName: "list.more"
        visible: sheet.pages > 1
        text: qsTr("Page %1 of %2").arg(sheet.current + 1).arg(sheet.pages)
        glyph: "next"
        tile: false
        size: Theme.small
        width: parent.width
        height: Theme.touch
        anchors.bottom: parent.bottom
        onClicked: sheet.page = sheet.current + 1
    }
}
