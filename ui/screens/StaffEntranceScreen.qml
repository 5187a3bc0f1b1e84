import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property StaffEntranceViewModel vm
    readonly property list<Choice> all: [
        Choice {
            name: "staff.code"
            glyph: "truck"
            text: qsTr("Courier: type a code")
        },
        Choice {
            name: "staff.credentials"
            glyph: "you"
            text: qsTr("Courier: login and password")
        },
        Choice {
            name: "staff.technician"
            glyph: "tool"
            text: qsTr("Technician")
        },
        Choice {
            name: "staff.enrol"
            glyph: "card"
            text: qsTr("Enrol a technician")
        },
        Choice {
            name: "staff.service_code"
            glyph: "phone"
            text: qsTr("Service code by telephone")
        }
    ]

    journey: qsTr("Staff")
    wayBack: qsTr("Back")
    share: Theme.portrait ? (Theme.low ? 0.56 : 0.47) : 0.45
    onBack: root.vm.back()

    wall: [
        Words {
            id: say

            width: parent.width
            text: root.vm.camera && root.vm.badges ? qsTr("Hold up token or badge") : root.vm.camera ? qsTr("Hold up your token") : root.vm.tokens && root.vm.badges ? qsTr("Scan token or badge") : root.vm.tokens ? qsTr("Scan your token") : root.vm.badges ? qsTr("Hold up your badge") : qsTr("Who are you?")
            bold: true
            font.pixelSize: Theme.title
            color: Theme.colors.onWall
            Accessible.role: Accessible.Heading
        },
        Words {
            id: note

            // Across there is not the height for the camera's picture, too.
            visible: Theme.portrait || !root.vm.camera
            width: parent.width
            text: qsTr("For couriers and technicians. Parcels are picked up at the start.")
            font.pixelSize: Theme.portrait ? Theme.body : Theme.small
            color: Theme.colors.softOnWall
            y: say.height + Theme.gap
        },
        Viewfinder {
            visible: root.vm.camera
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: note.visible ? note.bottom : say.bottom
            anchors.topMargin: Theme.gap * 1.5
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.gap
            verdict: camera.found ? qsTr("Found") : ""

            CameraView {
                id: camera

                anchors.fill: parent
                feed: root.vm.preview
                outline: Theme.colors.lamp
            }
        },
        BankMap {
            visible: !root.vm.camera && height > 26 * Theme.mm
            bank: root.vm.bank
            atScreen: true
            hereInWords: Theme.portrait
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: note.bottom
            anchors.topMargin: Theme.gap * 2
            anchors.bottom: parent.bottom
        }
    ]

    Choices {
        anchors.fill: parent
        columns: !Theme.portrait && rows.length > 4 ? 2 : 1
        rows: root.all.filter(one => root.vm.offers.includes(one.name.slice(6)))
        onChosen: name => root.vm.choose(name.slice(6))
    }
}
