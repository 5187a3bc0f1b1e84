pragma ComponentBehavior: Bound

import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property BatchDoneViewModel vm

    journey: qsTr("Courier: put in")
    step: 3
    steps: 3
    share: Theme.portrait ? (vm.rows.count > 0 ? 0.4 : 0.72) : vm.rows.count > 0 ? 0.42 : 0.48
    primary: finish

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: root.vm.rows.count > 0 ? "" : "ok"
        tone: Theme.colors.goodOnWall
        say: qsTr("%1 put in").arg(root.vm.delivered)
        note: root.vm.rows.count > 0 ? qsTr("%1 not put in").arg(root.vm.rows.count) : qsTr("All your scanned parcels are in")
        loud: root.vm.rows.count > 0
    }

    ParcelSheet {
        id: list

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: finish.top
        anchors.bottomMargin: Theme.gap
        page: root.vm.page
        model: root.vm.rows
        onTurned: page => root.vm.turn(page)

        delegate: ParcelLine {
            id: line

            required property int index
            required property string short
            required property string label
            required property string verdict
            readonly property VerdictWords why: VerdictWords {
                verdict: line.verdict
            }

            objectName: "left." + index
            visible: list.shows(index)
            width: list.width
            door: label
            parcel: short
            says: why.words
            good: why.good
            glyph: why.icon
        }
    }
    DoorButton {
        id: finish

        objectName: "batch.finish"
        primary: true
        text: qsTr("Back to the list")
        width: parent.width
        height: Theme.portrait ? 40 * Theme.mm : 24 * Theme.mm
        anchors.bottom: parent.bottom
        onClicked: root.vm.finish()
    }
}
