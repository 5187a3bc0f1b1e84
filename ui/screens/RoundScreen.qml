pragma ComponentBehavior: Bound

import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property RoundViewModel vm
    readonly property bool tall: Theme.portrait || !vm.camera
    readonly property string who: Theme.portrait ? "" : vm.who
    readonly property bool empty: !vm.reading && vm.parcels.count === 0
    readonly property VerdictWords said: VerdictWords {
        verdict: root.vm.verdict
    }

    journey: qsTr("Courier")
    far: Theme.portrait ? vm.who : ""
    wayBack: qsTr("Log out")
    share: Theme.portrait ? 0.36 : 0.33
    onBack: root.vm.logOut()

    wall: BringWall {
        anchors.fill: parent
        bank: root.vm.bank
        feed: root.vm.preview
        camera: root.vm.camera
        say: root.vm.reading ? qsTr("One moment") : root.empty ? qsTr("Nothing waits here for you") : root.vm.camera ? qsTr("Scan a parcel") : qsTr("Your parcels here")
        count: root.vm.reading ? "" : qsTr("%1 to put in").arg(root.vm.toDeliver) + "\n" + qsTr("%1 to fetch").arg(root.vm.toCollect)
        note: root.empty || !root.vm.camera ? root.who : Theme.portrait ? qsTr("Its door opens at once") : root.who
        verdict: root.vm.verdict && !root.tall ? root.said.words : ""
        glyph: root.said.icon
    }

    Notice {
        id: notice

        visible: root.vm.verdict !== "" && root.tall
        glyph: root.said.icon
        text: "\u2066… " + root.vm.short + "\u2069: " + root.said.words
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
    }
    ParcelSheet {
        id: list

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: notice.visible ? notice.bottom : parent.top
        anchors.topMargin: notice.visible ? Theme.gap : 0
        anchors.bottom: acts.top
        anchors.bottomMargin: Theme.gap
        page: root.vm.page
        turns: Theme.portrait
        model: root.vm.parcels
        onTurned: page => root.vm.turn(page)

        delegate: ParcelLine {
            id: line

            required property int index
            required property string key
            required property string label
            required property string errand
            required property string cause
            required property string mark
            required property string short
            readonly property ErrandWords why: ErrandWords {
                errand: line.errand
                cause: line.cause
            }

            objectName: "round.parcel." + index
            visible: list.shows(index)
            width: list.width
            door: label
            parcel: short
            says: mark ? qsTr("No label: %1").arg("\u2066" + mark + "\u2069") : why.words
            glyph: mark ? "print" : errand === "deliver" ? "dropoff" : "pickup"
            acts: errand === "deliver"
            onClicked: root.vm.take(key)
        }
    }
    Grid {
        id: acts

        readonly property int wide: Theme.portrait ? 2 : 4

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        columns: wide
        spacing: Theme.gap

        DoorButton {
            objectName: "round.rear"
            visible: root.vm.sides
            text: root.vm.rear ? qsTr("Behind") : qsTr("In front")
            spoken: root.vm.rear ? qsTr("Doors behind. Change to the doors in front") : qsTr("Doors in front. Change to the doors behind")
            glyph: Theme.portrait ? "door" : ""
            size: Theme.portrait ? Theme.body * 0.9 : Theme.small
            tile: false
            padding: Theme.gap
            width: (acts.width - (acts.wide - 1) * acts.spacing) / acts.wide
            height: (Theme.portrait ? 24 : 20.4) * Theme.mm
            onClicked: root.vm.turnSide()
        }
        Repeater {
            model: root.vm.chores

            DoorButton {
                id: act

                required property string modelData
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
                width: (acts.width - (acts.wide - 1) * acts.spacing) / acts.wide
                height: (Theme.portrait ? 24 : 20.4) * Theme.mm
                onClicked: root.vm.choose(modelData)
            }
        }
        DoorButton {
            objectName: "round.page"
            visible: list.paged && !list.turns
            text: "\u2066" + (list.current + 1) + " / " + list.pages + "\u2069"
            spoken: qsTr("Next page")
            size: Theme.small
            tile: false
            padding: Theme.gap
            width: (acts.width - (acts.wide - 1) * acts.spacing) / acts.wide
            height: 20.4 * Theme.mm
            onClicked: root.vm.turn((list.current + 1) % list.pages)
        }
    }
}
