import QtQuick
import QtQuick.Layouts
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property HomeViewModel vm
    readonly property bool more: vm.offers.length > 0
    readonly property list<AimWords> begins: [
        AimWords {
            aim: "send"
        },
        AimWords {
            aim: "store"
        },
        AimWords {
            aim: "return"
        },
        AimWords {
            aim: "extend"
        },
        AimWords {
            aim: "refuse"
        }
    ]
    readonly property string first: begins.filter(one => root.vm.offers.includes(one.aim)).slice(0, 3).map(one => one.words).join(" · ")
    readonly property bool shutAsked: vm.leftOpen.length + vm.leftOpenBehind.length > 0
    readonly property string frontOpen: vm.leftOpen.length > 1 ? qsTr("Doors %1 are still open. Please push them shut").arg(vm.leftOpen.join(", ")) : vm.leftOpen.length ? qsTr("Door %1 is still open. Please push it shut").arg(vm.leftOpen.join("")) : ""
    readonly property string rearOpen: qsTr("Behind door %1 the rear door is open. Staff must shut it").arg(vm.leftOpenBehind.join(", "))
    readonly property real size: Theme.title * (Theme.portrait ? 1.15 : shutAsked && more ? 0.8 : 1)

    logo: vm.logo
    journey: [Theme.portrait ? vm.operator : "", vm.place].filter(name => name).join(" · ")
    far: vm.time
    share: Theme.portrait ? (shutAsked && more ? (Theme.low ? 0.42 : 0.38) : Theme.low ? (more ? 0.46 : 0.53) : more ? 0.42 : 0.47) : 0.45
    tells: true
    staffed: true
    onStaff: root.vm.askStaff()
    primary: pickUp
    onPrivacy: root.vm.askPrivacy()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("What would you like to do?")
        lit: root.vm.leftOpen
        swing: 1
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        Urgency {
            objectName: "home.leftopen"
            visible: root.shutAsked
            stage: 2
            text: root.frontOpen || root.rearOpen
            Layout.fillWidth: true
        }
        DoorButton {
            id: pickUp

            objectName: "home.pickup"
            primary: true
            glyph: "pickup"
            tile: dropOff.tile
            text: qsTr("Pick up")
            note: root.shutAsked && !Theme.portrait ? "" : root.vm.cameraFails && Theme.portrait ? qsTr("The camera is not reading right now. Please type your code") : !root.vm.camera ? qsTr("Type your code") : Theme.portrait ? qsTr("Hold your code to the camera, or touch here") : qsTr("Show your code")
            size: root.size
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: 5
            onClicked: root.vm.pickUp()
        }
        DoorButton {
            id: dropOff

            objectName: "home.dropoff"
            visible: !root.vm.closed
            glyph: "dropoff"
            text: qsTr("Drop off")
            note: Theme.portrait ? qsTr("Put a parcel in") : ""
            size: root.size
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: 4
            onClicked: root.vm.dropOff()
        }
        Notice {
            objectName: "home.closed"
            visible: root.vm.closed
            glyph: "tool"
            text: qsTr("No parcel can be put in at the moment")
            Layout.fillWidth: true
        }
        HelpCard {
            visible: root.vm.closed && (Theme.portrait || !root.shutAsked)
            phone: root.vm.phone
            operator: root.vm.operator
            Layout.fillWidth: true
        }
        DoorButton {
            objectName: "home.more"
            visible: root.more
            glyph: "more"
            text: qsTr("More")
            note: Theme.portrait && !Theme.low ? root.first : ""
            size: Theme.act
            tile: false
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.portrait ? 34 * Theme.mm : Theme.key
            onClicked: root.vm.askMore()
        }
    }
}
