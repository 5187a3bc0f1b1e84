pragma ComponentBehavior: Bound

import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property SystemPageViewModel vm
    readonly property SystemWords words: SystemWords {}
    readonly property list<Choice> all: [
        Choice {
            name: "system.page"
            glyph: "more"
            text: qsTr("Next page")
        },
        Choice {
            name: "system.bundle"
            glyph: "receipt"
            text: qsTr("Support file")
        },
        Choice {
            name: "system.restart"
            glyph: "again"
            text: qsTr("Restart")
        }
    ]

    journey: qsTr("Service")
    wayBack: qsTr("Back")
    share: Theme.portrait ? 0.19 : 0.28
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("System")
        note: root.vm.known ? "" : qsTr("It is being read.")
    }

    Sheet {
        id: sheet

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: acts.top
        anchors.bottomMargin: Theme.gap
        page: root.vm.page
        model: root.vm.facts

        Fact {
            required property int index
            required property string key
            required property string detail
            required property string said
            required property bool wrong

            visible: sheet.shows(index)
            width: sheet.width
            name: root.words.name(key, detail)
            value: root.words.said(key, said)
            bad: wrong
        }
    }
    Choices {
        id: acts

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.portrait ? 84 * Theme.mm : 24 * Theme.mm
        columns: Theme.portrait ? 1 : 3
        rows: root.all.filter(one => root.vm.known && (one.name !== "system.page" || sheet.pages > 1))
        onChosen: name => {
            if (name === "system.page")
                root.vm.turn();
            else if (name === "system.bundle")
                root.vm.bundle();
            else
                root.vm.restart();
        }
    }
}
