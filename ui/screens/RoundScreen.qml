pragma ComponentBehavior: Bound

import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property RoundViewModel vm
    readonly property bool tall: Theme.portrait || !vm.camera
    readonly property string who: Theme.portrait || !root.nothing ? "" : vm.who
    readonly property string opens: Theme.portrait && vm.scans ? qsTr("Its door opens at once") : ""
    readonly property bool empty: !vm.reading && vm.rows.count === 0
    readonly property bool nothing: vm.reading || empty
    readonly property VerdictWords said: VerdictWords {
        verdict: root.vm.verdict
    }

    journey: vm.rear ? qsTr("Courier: rear") : qsTr("Courier")
    far: Theme.portrait ? vm.who : ""
    wayBack: qsTr("Log out")
    share: Theme.portrait ? 0.36 : 0.33
    onBack: root.vm.logOut()

    wall: BringWall {
        anchors.fill: parent
        bank: root.vm.bank
        feed: root.vm.preview
        camera: root.vm.camera
        say: root.vm.scans ? qsTr("Scan a parcel") : qsTr("Your parcels here")
        count: [root.vm.camera ? "" : root.opens, root.nothing ? "" : qsTr("%1 to put in").arg(root.vm.toDeliver) + "\n" + qsTr("%1 to collect").arg(root.vm.toCollect)].filter(one => one !== "").join("\n")
        note: root.vm.camera && root.opens ? root.opens : root.who
        verdict: root.vm.verdict && !root.tall ? root.said.words : ""
        glyph: root.said.icon
    }

    Notice {
        id: notice

        visible: root.nothing || root.vm.verdict !== "" && root.tall
        glyph: root.vm.verdict && root.tall ? root.said.icon : root.vm.reading ? "clock" : "empty"
        text: root.vm.verdict && root.tall ? "\u2066…\u00a0" + root.vm.short + "\u2069: " + root.said.words : root.vm.reading ? qsTr("Your list is coming") : qsTr("No parcel waits here for you")
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
        model: root.vm.rows
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
            judged: mark !== ""
            acts: errand === "deliver"
            onClicked: root.vm.take(key)
        }
    }
    RoundActs {
        id: acts

        vm: root.vm
        list: list
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
    }
}
