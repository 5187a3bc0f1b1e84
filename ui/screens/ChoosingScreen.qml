pragma ComponentBehavior: Bound

import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property ChoosingViewModel vm
    readonly property string question: ({
            "open": qsTr("Why is it opened?"),
            "take_out": qsTr("Why is it taken out?"),
            "return": qsTr("Why back in use?"),
            "disable": qsTr("Why out of use?"),
            "resize": qsTr("Which size is it from now on?"),
            "ticket": qsTr("What must be repaired?")
        })[vm.wish]

    journey: Theme.portrait ? qsTr("Service: door %1").arg(vm.label) : qsTr("Door %1").arg(vm.label)
    wayBack: qsTr("Back")
    share: Theme.portrait ? 0.36 : 0.36
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        lit: [root.vm.label]
        look: "offer"
        say: root.question
        note: ({
                "open": qsTr("Somebody's parcel lies there. The reason is noted and told, then the door opens."),
                "take_out": qsTr("The reason is noted and told, then the door opens."),
                "return": qsTr("Nobody looked inside in this visit. That is noted, and what lies inside stays as it is known."),
                "disable": qsTr("No parcel comes in. What lies inside goes out as before."),
                "resize": qsTr("It is %1 now.").arg(root.vm.size),
                "ticket": qsTr("It stays in use unless it is taken out of use.")
            })[root.vm.wish]
    }

    OptionWords {
        id: words
    }
    Grid {
        id: grid

        readonly property int count: root.vm.options.length
        readonly property int lines: Math.ceil(count / columns)

        anchors.fill: parent
        columns: Theme.portrait ? (count > 6 ? 2 : 1) : 2
        spacing: Theme.gap

        Repeater {
            model: root.vm.options

            DoorButton {
                required property string modelData

                objectName: "option." + modelData
                text: words.of(root.vm.wish, modelData)
                size: Theme.portrait ? Theme.body : Theme.small
                padding: Theme.portrait ? Theme.inset : Theme.gap * 1.4
                wraps: true
                width: (grid.width - (grid.columns - 1) * grid.spacing) / grid.columns
                height: Math.min(36 * Theme.mm, (grid.height - (grid.lines - 1) * grid.spacing) / grid.lines)
                onClicked: root.vm.choose(modelData)
            }
        }
    }
}
