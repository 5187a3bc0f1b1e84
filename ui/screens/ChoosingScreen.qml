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
                "open": qsTr("A parcel lies there. Your reason is noted and told, then the door opens."),
                "take_out": qsTr("Your reason is noted and told, then the door opens."),
                "return": qsTr("Nobody has looked inside. That is noted, and the contents stay as known."),
                "disable": qsTr("No parcel goes in. What lies inside can still come out."),
                "resize": qsTr("It is %1 now.").arg(root.vm.size),
                "ticket": qsTr("It stays in use until you take it out of use.")
            })[root.vm.wish]
    }

    OptionWords {
        id: words
    }
    Flow {
        id: grid

        readonly property int count: root.vm.options.length
        readonly property int columns: Theme.portrait ? (count > 6 ? 2 : 1) : 2
        readonly property int lines: Math.ceil(count / columns)

        anchors.fill: parent
        spacing: Theme.gap

        Repeater {
            model: root.vm.options

            DoorButton {
                required property string modelData
                required property int index
                // The last one alone on its line fills it.
                readonly property int beside: index === grid.count - 1 && index % grid.columns === 0 ? 1 : grid.columns

                objectName: "option." + modelData
                text: words.of(root.vm.wish, modelData)
                size: Theme.portrait ? Theme.body : Theme.small
                padding: Theme.portrait ? Theme.inset : Theme.gap * 1.4
                wraps: true
                width: Math.floor((grid.width - (beside - 1) * grid.spacing) / beside)
                height: Math.min(36 * Theme.mm, (grid.height - (grid.lines - 1) * grid.spacing) / grid.lines)
                onClicked: root.vm.choose(modelData)
            }
        }
    }
}
