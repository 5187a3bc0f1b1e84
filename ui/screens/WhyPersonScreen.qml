import QtQuick
import KioskCore
import ui.controls

ServiceAsk {
    id: root

    required property WhyPersonViewModel vm
    readonly property list<Choice> toLift: [
        Choice {
            name: "why.stands_here"
            glyph: "you"
            text: qsTr("They stand here")
        },
        Choice {
            name: "why.rang_up"
            glyph: "phone"
            text: qsTr("They rang up")
        },
        Choice {
            name: "why.other"
            glyph: "next"
            text: qsTr("Something else")
        }
    ]
    readonly property list<Choice> toDisable: [
        Choice {
            name: "why.left"
            glyph: "next"
            text: qsTr("They work here no more")
        },
        Choice {
            name: "why.lost"
            glyph: "warn"
            text: qsTr("Somebody else has their PIN or badge")
        },
        Choice {
            name: "why.wrongly"
            glyph: "tool"
            text: qsTr("It was made by mistake")
        },
        Choice {
            name: "why.other"
            glyph: "question"
            text: qsTr("Something else")
        }
    ]

    about: vm
    say: vm.lifts ? qsTr("Why may they try again?") : qsTr("Why is it disabled?")
    note: vm.lifts ? "\u2066" + vm.person + "\u2069" : qsTr("%1: for good, nobody gets this id again.").arg("\u2066" + vm.person + "\u2069")
    choices: vm.lifts ? root.toLift : root.toDisable
    onChosen: name => root.vm.choose(name.split(".")[1])
    onBack: root.vm.back()
}
