pragma ComponentBehavior: Bound

import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property SizeParcelViewModel vm
    readonly property bool none: !vm.looking && vm.offers.count === 0
    readonly property bool full: none && vm.beside === ""

    journey: qsTr("Courier: new parcel")
    step: 3
    steps: 3
    wayBack: vm.looking ? "" : qsTr("Back")
    share: vm.looking ? 1 : full ? (Theme.portrait ? 0.72 : 0.48) : Theme.portrait ? 0.4 : 0.44
    primary: full ? finish : null
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: root.vm.looking ? "clock" : root.full ? "stop" : ""
        tone: root.vm.looking ? Theme.colors.lamp : Theme.colors.badOnWall
        say: root.vm.looking ? qsTr("One moment") : root.full ? qsTr("No door is free for it") : qsTr("How big is it?")
        note: root.vm.looking ? qsTr("We look which doors are free") : root.full ? qsTr("The parcel goes back with you") : qsTr("Your touch opens the door")
        lit: root.vm.beside ? [root.vm.beside] : []
        look: "offer"
    }

    DoorButton {
        id: finish

        objectName: "size.finish"
        visible: root.full
        primary: true
        text: qsTr("Back to the list")
        width: parent.width
        height: Theme.portrait ? 40 * Theme.mm : 24 * Theme.mm
        anchors.bottom: parent.bottom
        onClicked: root.vm.finish()
    }
    Column {
        id: sizes

        readonly property int rows: root.vm.offers.count + (root.vm.beside ? 1 : 0)
        readonly property real each: Math.min((Theme.portrait ? 40 : 30) * Theme.mm, (root.room - (rows - 1) * spacing) / Math.max(1, rows))

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.gap

        Repeater {
            model: root.vm.offers

            DoorButton {
                required property string name
                required property int free

                objectName: "size." + name.toLowerCase()
                text: name
                trailing: qsTr("%1 free").arg(free)
                width: sizes.width
                height: sizes.each
                onClicked: root.vm.choose(name)
            }
        }
        DoorButton {
            objectName: "size.beside"
            visible: root.vm.beside !== ""
            glyph: "parcel"
            tile: false
            wraps: true
            size: Theme.portrait ? Theme.body : Theme.small
            padding: Theme.gap
            text: qsTr("Door %1, beside the other parcel").arg(root.vm.beside)
            width: sizes.width
            height: sizes.each
            onClicked: root.vm.share()
        }
    }
    readonly property real room: sizes.parent.height
}
