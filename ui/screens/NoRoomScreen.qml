import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property NoRoomViewModel vm
    readonly property bool some: vm.nearest.count > 0

    aim: vm.aim
    step: 1
    steps: 3
    wayBack: qsTr("Back")
    share: Theme.portrait ? (some ? 0.36 : 0.5) : 0.4
    primary: finish
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: root.vm.low ? qsTr("No lower door is free now") : root.vm.charging ? qsTr("No door with a charger is free now") : qsTr("No fitting door is free now")
        note: root.some ? qsTr("These lockers may have room. Your telephone shows the way.") : qsTr("Doors become free all day. Please come again later.")
    }

    NeighbourList {
        anchors.left: parent.left
        anchors.right: parent.right
        nearest: root.vm.nearest
        room: ways.y - Theme.gap
    }
    Row {
        id: ways

        readonly property int count: Math.max(1, (root.vm.low ? 1 : 0) + (root.vm.charging ? 1 : 0))
        readonly property real each: (width - (count - 1) * spacing) / count
        readonly property real tall: Theme.portrait ? 26 * Theme.mm : Theme.touch

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: finish.top
        anchors.bottomMargin: Theme.gap
        spacing: Theme.gap

        DoorButton {
            objectName: "noroom.again"
            visible: !root.vm.low && !root.vm.charging
            glyph: "again"
            text: qsTr("Look again")
            size: Theme.body
            wraps: Theme.portrait
            width: ways.each
            height: ways.tall
            onClicked: root.vm.again()
        }
        DoorButton {
            objectName: "noroom.anyheight"
            visible: root.vm.low
            text: qsTr("Any height")
            size: Theme.body
            wraps: Theme.portrait
            width: ways.each
            height: ways.tall
            onClicked: root.vm.anyHeight()
        }
        DoorButton {
            objectName: "noroom.nocharger"
            visible: root.vm.charging
            text: qsTr("No charger")
            size: Theme.body
            wraps: Theme.portrait
            width: ways.each
            height: ways.tall
            onClicked: root.vm.withoutCharger()
        }
    }
    DoorButton {
        id: finish

        objectName: "noroom.finish"
        primary: true
        text: qsTr("Finish")
        width: parent.width
        height: Theme.portrait ? 34 * Theme.mm : Theme.key
        anchors.bottom: parent.bottom
        onClicked: root.vm.finish()
    }
}
