pragma ComponentBehavior: Bound

import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property BatchViewModel vm
    readonly property VerdictWords last: VerdictWords {
        verdict: root.vm.verdict
    }
    readonly property bool planning: vm.first === "" && vm.fits > 0      // the next one is being judged
    readonly property string chip: vm.verdict === "" ? "" : last.good && vm.label ? qsTr("Door %1").arg(vm.label) : last.words

    journey: qsTr("Courier: put in")
    step: 1
    steps: 3
    wayBack: qsTr("Back")
    share: Theme.portrait ? 0.44 : 0.4
    primary: go
    onBack: root.vm.back()

    wall: BringWall {
        anchors.fill: parent
        bank: root.vm.bank
        feed: root.vm.preview
        camera: root.vm.camera
        say: root.vm.scanned > 0 ? qsTr("Scan the next parcel") : qsTr("Scan the first parcel")
        count: root.vm.scanned > 0 ? qsTr("%1 of %2 fit").arg(root.vm.fits + root.vm.delivered).arg(root.vm.scanned) : ""
        note: Theme.portrait ? qsTr("Doors open in walking order, from left to right.") : ""
        verdict: root.chip
        glyph: root.last.icon
        doors: root.vm.doors
    }

    Notice {
        visible: root.vm.scanned === 0
        glyph: "scan"
        text: root.vm.camera ? qsTr("Hold each label up to the camera. No door opens yet.") : qsTr("Scan each label. No door opens yet.")
        anchors.left: parent.left
        anchors.right: parent.right
    }
    ParcelSheet {
        id: list

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: quiet.visible ? quiet.top : go.top
        anchors.bottomMargin: Theme.gap
        page: root.vm.page
        turns: false
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

            objectName: "batch.row." + index
            visible: list.shows(index)
            width: list.width
            door: label
            parcel: short
            says: why.words
            good: why.good
            judged: !why.open
            glyph: why.icon
        }
    }
    Row {
        id: quiet

        visible: root.vm.scanned > 0
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: go.top
        anchors.bottomMargin: Theme.gap
        spacing: Theme.gap

        DoorButton {
            objectName: "batch.remove"
            text: qsTr("Remove the last")
            glyph: Theme.portrait ? "erase" : ""
            size: Theme.small
            padding: Theme.gap
            width: list.paged ? (quiet.width - quiet.spacing) * 0.66 : quiet.width
            height: Theme.touch * (Theme.portrait ? 1.3 : 1.05)
            onClicked: root.vm.remove()
        }
        NextPage {
            objectName: "batch.page"
            visible: list.paged
            current: list.current
            pages: list.pages
            width: (quiet.width - quiet.spacing) * 0.34
            height: Theme.touch * (Theme.portrait ? 1.3 : 1.05)
            onTurned: page => root.vm.turn(page)
        }
    }
    DoorButton {
        id: go

        objectName: "batch.open"
        primary: true
        visible: root.vm.first !== "" || root.planning
        enabled: !root.planning
        opacity: enabled ? 1 : 0.4
        text: root.planning ? qsTr("One moment") : qsTr("Open door %1").arg(root.vm.first)
        note: Theme.portrait && !root.planning ? qsTr("First of %1").arg(root.vm.fits) : ""
        width: parent.width
        height: visible ? (Theme.portrait ? 40 * Theme.mm : Theme.key) : 0
        anchors.bottom: parent.bottom
        onClicked: root.vm.open()
    }
}
