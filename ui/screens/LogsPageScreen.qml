pragma ComponentBehavior: Bound

import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property LogsPageViewModel vm
    readonly property list<Choice> all: [
        Choice {
            name: "logs.level"
            glyph: "warn"
            text: root.vm.level === "error" ? qsTr("Errors") : root.vm.level === "warning" ? qsTr("Warnings and errors") : qsTr("All lines")
        },
        Choice {
            name: "logs.part"
            glyph: "tool"
            text: root.vm.part ? qsTr("Part: %1").arg(root.vm.part) : qsTr("All parts")
        },
        Choice {
            name: "logs.page"
            glyph: "more"
            text: qsTr("Page %1 of %2").arg(sheet.current + 1).arg(sheet.pages)
        }
    ]

    journey: qsTr("Service")
    wayBack: qsTr("Back")
    share: Theme.portrait ? 0.18 : 0.24
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("Log")
        note: root.vm.none ? qsTr("No such line since the start.") : ""
    }

    Sheet {
        id: sheet

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: acts.top
        anchors.bottomMargin: Theme.gap
        page: root.vm.page
        spacing: Theme.step
        model: root.vm.lines

        LogLineCard {
            required property int index
            required property string words

            required at
            required level
            required part
            visible: sheet.shows(index)
            width: sheet.width
            said: words
        }
    }
    Choices {
        id: acts

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.portrait ? 84 * Theme.mm : 24 * Theme.mm
        columns: Theme.portrait ? 1 : 3
        rows: root.all.filter(one => one.name !== "logs.page" || sheet.pages > 1)
        onChosen: name => {
            if (name === "logs.level")
                root.vm.turnLevel();
            else if (name === "logs.part")
                root.vm.turnPart();
            else
                root.vm.turn();
        }
    }
}
