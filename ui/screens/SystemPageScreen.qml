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
    turner: sheet.turner
    share: Theme.portrait ? 0.19 : 0.31
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("Machine")
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
        onTurned: page => root.vm.turn(page)
        model: root.vm.rows

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
        height: Theme.portrait ? 57 * Theme.mm : Theme.touch * 1.01
        columns: Theme.portrait ? 1 : 2
        rows: root.vm.known ? root.all : []
        onChosen: name => {
            if (name === "system.bundle")
                root.vm.bundle();
            else
                root.vm.restart();
        }
    }
}
