import QtQuick
import KioskCore
import ui.controls

ServiceAsk {
    id: root

    required property WhyNewCodeViewModel vm

    about: vm
    say: qsTr("Why new codes?")
    note: qsTr("All old ones stop at once.")
    choices: [
        Choice {
            name: "lost.forgotten"
            glyph: "question"
            text: qsTr("Its holder has lost it")
        },
        Choice {
            name: "lost.never_came"
            glyph: "phone"
            text: qsTr("It never reached them")
        },
        Choice {
            name: "lost.seen_by_others"
            glyph: "eye"
            text: qsTr("Others have seen it")
        }
    ]
    onChosen: name => root.vm.choose(name.split(".")[1])
    onBack: root.vm.back()
}
