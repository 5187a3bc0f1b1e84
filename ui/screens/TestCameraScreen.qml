import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property TestCameraViewModel vm
    readonly property CameraWords words: CameraWords {}
    readonly property real type: Theme.portrait ? Theme.body : Theme.small
    readonly property bool well: ["fresh", "starting", ""].includes(vm.picture)

    journey: qsTr("Service")
    wayBack: qsTr("Back")
    share: Theme.portrait ? 0.55 : 0.45
    onBack: root.vm.back()

    wall: [
        Words {
            id: say

            width: parent.width
            text: root.vm.configured ? qsTr("Hold up a code") : qsTr("No camera")
            bold: true
            font.pixelSize: Theme.title
            color: Theme.colors.onWall
            Accessible.role: Accessible.Heading
        },
        BankMap {
            visible: !root.vm.configured && height > 26 * Theme.mm
            bank: root.vm.bank
            atScreen: true
            hereInWords: Theme.portrait
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: say.bottom
            anchors.topMargin: Theme.gap * 3
            anchors.bottom: parent.bottom
        },
        Viewfinder {
            visible: root.vm.configured
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: say.bottom
            anchors.topMargin: Theme.gap * 1.5
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.margin * 0.4
            verdict: camera.found ? qsTr("Found") : ""

            CameraView {
                id: camera

                anchors.fill: parent
                feed: root.vm.preview
                outline: Theme.colors.lamp
            }
        }
    ]

    Column {
        width: parent.width

        Fact {
            size: root.type
            width: parent.width
            name: qsTr("Picture")
            value: root.words.state(root.vm.picture)
            bad: !root.well
        }
        Fact {
            size: root.type
            visible: root.vm.configured
            width: parent.width
            name: qsTr("Pictures a second")
            value: root.vm.rate || "–"
        }
        Fact {
            size: root.type
            visible: root.vm.configured
            width: parent.width
            name: qsTr("Decoding takes")
            value: root.vm.milliseconds || "–"
        }
        Fact {
            size: root.type
            visible: root.vm.configured
            width: parent.width
            name: qsTr("Codes read")
            value: root.vm.reads
        }
        Fact {
            size: root.type
            visible: root.vm.configured
            width: parent.width
            name: qsTr("The last one")
            value: root.words.looks(root.vm.looks)
        }
        Fact {
            size: root.type
            visible: root.vm.reads > 0
            width: parent.width
            name: qsTr("Signs")
            value: root.vm.begins && !Theme.masked ? qsTr("%1, from %2").arg(root.vm.length).arg(root.vm.begins) : root.vm.length
        }
        Fact {
            size: root.type
            visible: root.vm.found !== ""
            width: parent.width
            name: qsTr("Kind, decoder")
            value: root.vm.found
        }
    }
}
