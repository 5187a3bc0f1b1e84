pragma ComponentBehavior: Bound

import QtQuick
import KioskCore
import ui.controls
import ui.theme

// How large a parcel is: one touch, which opens its door.
Stage {
    id: root

    required property RoomViewModel about
    readonly property bool none: !about.looking && about.offers.count === 0
    readonly property bool full: none && about.beside === ""
    property string note

    wayBack: about.looking ? "" : qsTr("Back")
    share: about.looking ? 1 : full ? (Theme.portrait ? 0.72 : 0.48) : Theme.portrait ? 0.4 : 0.44
    primary: full ? finish : null
    onBack: root.about.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.about.bank
        glyph: root.about.looking ? "clock" : root.full ? "stop" : ""
        tone: root.about.looking ? Theme.colors.lamp : Theme.colors.badOnWall
        say: root.about.looking ? qsTr("One moment") : root.full ? qsTr("No door is free for it") : qsTr("How big is it?")
        note: root.about.looking ? qsTr("Looking for free doors") : root.full ? qsTr("The parcel goes back with you") : root.note
        lit: root.about.beside ? [root.about.beside] : []
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
        onClicked: root.about.finish()
    }
    Column {
        id: sizes

        readonly property int rows: root.about.offers.count + (root.about.beside ? 1 : 0)
        readonly property real each: Math.min((Theme.portrait ? 40 : 30) * Theme.mm, (root.room - (rows - 1) * spacing) / Math.max(1, rows))

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.gap

        Repeater {
            model: root.about.offers

            DoorButton {
                required property string name
                required property int free

                objectName: "size." + name.toLowerCase()
                text: name
                trailing: qsTr("%1 free").arg(free)
                width: sizes.width
                height: sizes.each
                onClicked: root.about.choose(name)
            }
        }
        DoorButton {
            objectName: "size.beside"
            visible: root.about.beside !== ""
            glyph: "parcel"
            tile: false
            wraps: true
            size: Theme.portrait ? Theme.body : Theme.small
            padding: Theme.gap
            text: qsTr("Door %1, beside the other parcel").arg(root.about.beside)
            width: sizes.width
            height: sizes.each
            onClicked: root.about.share()
        }
    }
    readonly property real room: sizes.parent.height
}
