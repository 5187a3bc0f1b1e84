import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property ChooseProblemViewModel vm
    readonly property ProblemWords words: ProblemWords {}
    readonly property list<Choice> all: [
        Choice {
            name: "COMPARTMENT_BROKEN"
            glyph: "tool"
            text: root.words.of(name)
        },
        Choice {
            name: "COMPARTMENT_ALREADY_OCCUPIED"
            glyph: "parcel"
            text: root.words.of(name)
        },
        Choice {
            name: "COMPARTMENT_IS_EMPTY"
            glyph: "empty"
            text: root.words.of(name)
        },
        Choice {
            name: "PARCEL_NOT_AVAILABLE"
            glyph: "question"
            text: root.words.of(name)
        },
        Choice {
            name: "PACKET_IS_TOO_BIG_FOR_STATION"
            glyph: "bigger"
            text: root.words.of(name)
        },
        Choice {
            name: "NO_SUITABLE_COMPARTMENT_AVAILABLE"
            glyph: "door"
            text: root.words.of(name)
        },
        Choice {
            name: "ENTIRE_STATION_BROKEN"
            glyph: "stop"
            text: root.words.of(name)
        },
        Choice {
            name: "NO_ACCESS_TO_STATION"
            glyph: "warn"
            text: root.words.of(name)
        },
        Choice {
            name: "report.mark"
            glyph: "truck"
            text: qsTr("Only mark a parcel")
        }
    ]

    journey: qsTr("Courier: report")
    wayBack: qsTr("Back")
    share: Theme.portrait ? 0.22 : 0.3
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("What is wrong?")
    }

    Choices {
        anchors.fill: parent
        columns: Theme.portrait ? 1 : 2
        rows: root.vm.marks ? root.all : root.all.slice(0, 8)
        onChosen: name => name === "report.mark" ? root.vm.mark() : root.vm.choose(name)
    }
}
