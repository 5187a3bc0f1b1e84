pragma ComponentBehavior: Bound

import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property ChooseSizeViewModel vm
    readonly property int count: vm.offers.count
    readonly property bool low: Theme.low && Theme.portrait

    aim: vm.aim
    step: 1
    steps: 3
    wayBack: qsTr("Back")
    share: Theme.portrait ? (low ? 0.5 : 0.4) : 0.31
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: root.vm.looking ? qsTr("One moment") : root.vm.aim === "store" ? qsTr("How much room?") : qsTr("How big is your parcel?")
        note: root.vm.looking ? qsTr("We look which doors are free") : Theme.portrait ? qsTr("All are drawn to one scale. Measures are inside: the height, then width × depth.") : root.count > 3 ? qsTr("In cm: height, then width × depth") : ""
    }

    Row {
        id: tiles

        readonly property int count: Math.max(1, root.count)
        readonly property real each: Math.min((width - spacing * (count - 1)) / count, width * 0.49)
        readonly property real room: Theme.portrait ? height * (root.low ? 0.34 : 0.44) : height - 64 * Theme.mm

        visible: !root.vm.looking
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: wishes.top
        anchors.bottomMargin: Theme.gap
        spacing: Theme.gap

        Repeater {
            model: root.vm.offers

            SizeTile {
                objectName: "size." + name.toLowerCase()
                unit: Math.min((tiles.each - leftPadding - rightPadding) / root.vm.widest, tiles.room / root.vm.tallest)
                width: tiles.each
                height: tiles.height
                onClicked: root.vm.choose(name)
            }
        }
    }
    Notice {
        visible: root.vm.looking
        glyph: "clock"
        text: qsTr("This takes a second or two")
        anchors.left: parent.left
        anchors.right: parent.right
    }
    Row {
        id: wishes

        readonly property int count: root.vm.chargers ? 2 : 1

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        spacing: Theme.gap

        ToggleButton {
            objectName: "size.low"
            glyph: "lower"
            text: qsTr("Lower door please")
            on: root.vm.low
            width: (wishes.width - (wishes.count - 1) * wishes.spacing) / wishes.count
            onClicked: root.vm.askLow()
        }
        ToggleButton {
            objectName: "size.charging"
            visible: root.vm.chargers
            glyph: "bolt"
            text: qsTr("With charger")
            on: root.vm.charging
            width: (wishes.width - (wishes.count - 1) * wishes.spacing) / wishes.count
            onClicked: root.vm.askCharging()
        }
    }
}
