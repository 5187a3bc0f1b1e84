import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property ChooseAimViewModel vm
    readonly property list<Choice> all: [
        Choice {
            name: "aim.send"
            glyph: "send"
            text: qsTr("Send a parcel")
        },
        Choice {
            name: "aim.store"
            glyph: "store"
            text: qsTr("Store something")
        },
        Choice {
            name: "aim.return"
            glyph: "return"
            text: qsTr("Return a delivery")
        },
        Choice {
            name: "aim.extend"
            glyph: "clock"
            text: qsTr("Keep a parcel longer")
        },
        Choice {
            name: "aim.refuse"
            glyph: "close"
            text: qsTr("Send a parcel back")
        }
    ]

    journey: vm.place
    step: 1
    steps: 3
    wayBack: qsTr("Back")
    share: Theme.portrait ? (Theme.low ? 0.56 : 0.47) : 0.45
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("What else can we do for you?")
        note: root.vm.camera ? qsTr("With a code you can hold it to the camera at once.") : ""
    }

    Choices {
        anchors.fill: parent
        columns: !Theme.portrait && rows.length > 3 ? 2 : 1
        rows: root.all.filter(one => root.vm.offers.includes(one.name.slice(4)))
        onChosen: name => root.vm.choose(name.slice(4))
    }
}
