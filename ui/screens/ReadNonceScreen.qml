import QtQuick
import KioskCore
import ui.controls
import ui.theme

// What is read out on the telephone, large and in groups, and the keys for the answer.
Stage {
    id: root

    required property ReadNonceViewModel vm
    readonly property string deed: vm.act === "open" ? qsTr("Open door %1").arg(vm.label) : vm.act === "clear" ? qsTr("Door %1 back into use").arg(vm.label) : qsTr("Lift the lock-out")
    readonly property string whose: qsTr("id %1").arg("\u2068" + vm.operatorId + "\u2069")
    readonly property string wrong: vm.left > 0 ? qsTr("That was not the answer. Tries left: %1").arg(vm.left) : ""

    journey: qsTr("Service")
    wayBack: qsTr("Cancel")
    share: pad.wallShare
    primary: pad.go
    onBack: root.vm.back()
    Keys.onPressed: event => event.accepted = root.vm.strike(event.key, event.text)

    wall: [
        Words {
            id: say

            width: parent.width
            text: root.wrong || qsTr("Read this out to the back office")
            bold: true
            color: root.wrong ? Theme.colors.badOnWall : Theme.colors.onWall
            font.pixelSize: Theme.portrait ? Theme.act * 1.1 : Theme.act
            Accessible.role: Accessible.Heading
        },
        Words {
            id: nonce

            LayoutMirroring.enabled: false
            objectName: "nonce"
            text: root.vm.nonce
            width: parent.width
            y: say.height + Theme.gap * 1.5
            bold: true
            wrapMode: Text.NoWrap
            color: Theme.colors.lamp
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small
            // Nine signs with their gaps, about; a wider one shrinks.
            font.pixelSize: Math.min(34 * Theme.mm, (width - 13.5 * Theme.mm) / 6.3)
            font.letterSpacing: 1.5 * Theme.mm
            horizontalAlignment: Theme.mirrored ? Text.AlignRight : Text.AlignLeft
        },
        Words {
            width: parent.width
            y: nonce.y + nonce.height + Theme.gap * 1.5
            text: root.deed + "\n" + root.whose + (Theme.portrait ? "\n" + qsTr("Good for ten minutes") : "")
            wrapMode: Text.Wrap     // an id may be one long word
            color: Theme.colors.onWall
            font.pixelSize: Theme.portrait ? Theme.body : Theme.small
        }
    ]

    CodePad {
        id: pad

        anchors.fill: parent
        vm: root.vm
        title: qsTr("The ten digits of the answer")
        typed: root.vm.typed
        turns: false
        goText: qsTr("Next")
        wallWish: Theme.portrait ? (Theme.low ? 0.72 : 0.46) : 0.45
    }
}
