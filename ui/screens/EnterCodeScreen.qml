import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property EnterCodeViewModel vm
    readonly property bool later: vm.aim === "extend" || vm.aim === "refuse"    // the parcel lies here already
    readonly property string scan: later ? qsTr("Scan or type the code of your parcel") : vm.aim === "return" ? qsTr("Scan or type the code of your return") : qsTr("Scan or type your code")
    readonly property string type: later ? qsTr("Type the code of your parcel") : vm.aim === "return" ? qsTr("Type the code of your return") : qsTr("Type your code")
    readonly property string title: vm.cameraFails ? qsTr("The camera is not reading right now. Please type your code") : vm.camera ? scan : type

    aim: vm.aim
    journey: vm.aim ? "" : vm.place
    step: 1
    steps: 3
    wayBack: qsTr("Back")
    share: pad.wallShare
    primary: pad.go
    onBack: root.vm.back()
    Keys.onPressed: event => event.accepted = root.vm.strike(event.key, event.text)

    wall: [
        BankMap {
            id: map

            // The map fills what low reach leaves free, and stands in for a camera.
            visible: (Theme.low && Theme.portrait || !root.vm.camera) && height > 26 * Theme.mm
            bank: root.vm.bank
            atScreen: true
            hereInWords: Theme.portrait
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: root.vm.camera ? parent.top : say.bottom
            anchors.topMargin: root.vm.camera ? 0 : Theme.gap * 2
            anchors.bottom: root.vm.camera ? say.top : parent.bottom
            anchors.bottomMargin: root.vm.camera ? Theme.gap * 3 : 0
        },
        Words {
            id: say

            width: parent.width
            text: root.title
            bold: true
            font.pixelSize: Theme.title
            color: Theme.colors.onWall
            y: root.vm.camera ? finder.y - height - Theme.gap * 1.5 : 0
            Accessible.role: Accessible.Heading
        },
        Viewfinder {
            id: finder

            readonly property real room: parent.height - Theme.margin * (Theme.portrait ? 0.5 : 0.3)

            visible: root.vm.camera
            anchors.left: parent.left
            anchors.right: parent.right
            height: Theme.low && Theme.portrait ? 92 * Theme.mm : room - say.height - Theme.gap * 1.5
            y: room - height
            verdict: camera.found ? qsTr("Found") : ""

            CameraView {
                id: camera

                anchors.fill: parent
                feed: root.vm.preview
                outline: Theme.colors.lamp
            }
        }
    ]

    CodePad {
        id: pad

        anchors.fill: parent
        vm: root.vm
        title: root.type
        goText: root.later || root.vm.aim === "return" ? qsTr("Next") : qsTr("Open")
        typed: root.vm.typed
        letters: root.vm.letters
        turns: root.vm.offersLetters
        wallWish: Theme.portrait ? (Theme.low ? 0.72 : 0.46) : 0.4
    }
}
