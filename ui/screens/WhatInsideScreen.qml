import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property WhatInsideViewModel vm

    journey: qsTr("Service: doors")
    wayBack: qsTr("Say nothing")
    share: Theme.portrait ? 0.52 : 0.46
    onBack: root.vm.back()

    wall: DoorWall {
        anchors.fill: parent
        vm: root.vm
        say: qsTr("What lies inside?")
        note: root.vm.sensed === "parcel" ? qsTr("The sensor says: something.") : root.vm.sensed === "empty" ? qsTr("The sensor says: nothing.") : qsTr("The door is shut.")
        tells: false
        longSay: true
    }

    Column {
        id: answers

        readonly property real tall: (parent.height - (coming.visible ? coming.height + Theme.gap : 0) - 2 * Theme.gap) / 3

        width: parent.width
        spacing: Theme.gap

        DoorButton {
            objectName: "inside.empty"
            enabled: !root.vm.noting
            glyph: "empty"
            text: qsTr("Nothing")
            width: parent.width
            height: answers.tall
            tile: Theme.portrait && height > 46 * Theme.zoom * Theme.mm
            onClicked: root.vm.say("empty")
        }
        DoorButton {
            objectName: "inside.parcel"
            enabled: !root.vm.noting
            glyph: "parcel"
            text: qsTr("A parcel")
            width: parent.width
            height: answers.tall
            tile: Theme.portrait && height > 46 * Theme.zoom * Theme.mm
            onClicked: root.vm.say("parcel")
        }
        DoorButton {
            objectName: "inside.maybe"
            enabled: !root.vm.noting
            glyph: "question"
            text: qsTr("Not sure")
            width: parent.width
            height: answers.tall
            tile: Theme.portrait && height > 46 * Theme.zoom * Theme.mm
            onClicked: root.vm.say("maybe")
        }
        Words {
            id: coming

            visible: root.vm.coming !== ""
            text: qsTr("With your answer door %1 opens.").arg(root.vm.coming)
            width: parent.width
            color: Theme.colors.soft
            font.pixelSize: Theme.portrait ? Theme.body : Theme.small
        }
    }
}
