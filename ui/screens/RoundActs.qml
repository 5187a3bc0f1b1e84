pragma ComponentBehavior: Bound

import QtQuick
import KioskCore
import ui.controls
import ui.theme

// What a courier can turn to besides the list; every row is filled from end to end.
Flow {
    id: root

    required property RoundViewModel vm
    required property ParcelSheet list
    readonly property bool pages: list.paged && !list.turns     // low screens have the way to the next page here
    readonly property int count: vm.chores.length + (vm.sides ? 1 : 0) + (pages ? 1 : 0)
    readonly property int rows: Math.ceil(count / (Theme.portrait ? 2 : 4))
    readonly property int wide: Math.ceil(count / Math.max(1, rows))
    readonly property real high: (Theme.portrait ? 24 : 20.4) * Theme.mm

    function share(place: int): real {
        const full = place < root.wide * (root.rows - 1);
        const beside = full ? root.wide : root.count - root.wide * (root.rows - 1);
        return Math.floor((root.width - (beside - 1) * root.spacing) / beside);
    }

    spacing: Theme.gap

    DoorButton {
        objectName: "round.rear"
        visible: root.vm.sides
        text: root.vm.rear ? (Theme.portrait ? qsTr("Load from the front") : qsTr("From front")) : Theme.portrait ? qsTr("Load from the rear") : qsTr("From rear")
        wraps: true
        glyph: Theme.portrait ? "door" : ""
        size: Theme.portrait ? Theme.body * 0.9 : Theme.small
        tile: false
        padding: Theme.gap
        width: root.share(0)
        height: root.high
        onClicked: root.vm.turnSide()
    }
    Repeater {
        model: root.vm.chores

        DoorButton {
            id: act

            required property string modelData
            required property int index
            readonly property ChoreWords chore: ChoreWords {
                chore: act.modelData
            }

            objectName: "round." + modelData
            text: chore.words
            glyph: Theme.portrait ? chore.icon : ""
            size: Theme.portrait ? Theme.body * 0.9 : Theme.small
            wraps: true
            tile: false
            padding: Theme.gap
            width: root.share(index + (root.vm.sides ? 1 : 0))
            height: root.high
            onClicked: root.vm.choose(modelData)
        }
    }
    NextPage {
        objectName: "round.page"
        visible: root.pages
        current: root.list.current
        pages: root.list.pages
        padding: root.wide > 3 ? Theme.step : Theme.gap
        width: root.share(root.count - 1)
        height: root.high
        onTurned: page => root.vm.turn(page)
    }
}
