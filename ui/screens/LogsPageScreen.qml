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
            text: root.vm.level === "error" ? qsTr("Errors") : root.vm.level !== "warning" ? qsTr("All lines") : Theme.portrait ? qsTr("Warnings and errors") : qsTr("Warnings")
        },
        Choice {
            name: "logs.part"
            glyph: "tool"
            text: !root.vm.part ? qsTr("All parts") : Theme.portrait ? qsTr("Part: %1").arg(root.vm.part) : root.vm.part
        }
    ]

    journey: qsTr("Service")
    wayBack: qsTr("Back")
    turner: sheet.turner
    share: Theme.portrait ? 0.18 : 0.24
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("Log")
    }

    Notice {
        visible: root.vm.none
        glyph: "empty"
        text: qsTr("No such line since the start.")
        anchors.left: parent.left
        anchors.right: parent.right
    }

    Sheet {
        id: sheet

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: acts.top
        anchors.bottomMargin: Theme.gap
        page: root.vm.page
        turns: Theme.portrait
        onTurned: page => root.vm.turn(page)
        spacing: Theme.step * (Theme.portrait ? 1 : 0.5)
        model: root.vm.rows

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
        anchors.right: next.visible ? next.left : parent.right
        anchors.rightMargin: next.visible ? Theme.gap : 0
        anchors.bottom: parent.bottom
        height: Theme.portrait ? 57 * Theme.mm : Theme.touch * 1.01
        columns: Theme.portrait ? 1 : 2
        rows: root.all
        onChosen: name => {
            if (name === "logs.level")
                root.vm.turnLevel();
            else
                root.vm.turnPart();
        }
    }
    NextPage {
        id: next

        objectName: "logs.page"
        visible: !Theme.portrait && pages > 1
        current: sheet.current
        pages: sheet.pages
        width: Math.floor((parent.width - 2 * Theme.gap) / 3)
        height: acts.height
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        onTurned: page => root.vm.turn(page)
    }
}
