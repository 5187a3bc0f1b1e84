import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property TwoPeopleViewModel vm
    readonly property string say: vm.asks === "first_pin" ? qsTr("Your PIN once more") : vm.asks === "second_id" ? qsTr("The second person: your id") : qsTr("The second person: your PIN")
    readonly property string wrong: ({
            "refused": qsTr("That does not match"),
            "locked": qsTr("Too many wrong tries: locked for a while"),
            "same": qsTr("It must be another person"),
            "not_two": qsTr("It took too long. Once more, please")
        })[vm.shortfall] ?? ""

    journey: Theme.portrait || vm.letters ? qsTr("Service: two people") : qsTr("Two people")
    step: vm.asks === "first_pin" ? 1 : vm.asks === "second_id" ? 2 : 3
    steps: 3
    wayBack: qsTr("Cancel")
    share: vm.letters ? text.wallShare : pad.wallShare
    primary: vm.letters ? text.go : pad.go
    onBack: root.vm.back()
    Keys.onPressed: event => event.accepted = root.vm.strike(event.key, event.text)

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: root.wrong ? "warn" : ""
        tone: Theme.colors.badOnWall
        say: root.wrong || root.say
        note: root.wrong ? root.say : root.vm.badge ? qsTr("It belongs to your badge.") : root.vm.asks === "second_id" ? (root.vm.badges ? qsTr("Type it, or hold up your badge.") : qsTr("Type it.")) : qsTr("For %1").arg("\u2068" + root.vm.who + "\u2069")
    }

    CodePad {
        id: pad

        anchors.fill: parent
        visible: !root.vm.letters
        vm: root.vm
        title: root.wrong || root.say
        typed: root.vm.typed
        goText: qsTr("Next")
        wallWish: Theme.portrait ? (Theme.low ? 0.72 : 0.46) : 0.4
    }
    TextPad {
        id: text

        anchors.fill: parent
        visible: root.vm.letters
        vm: root.vm
        title: root.say
        typed: root.vm.typed
        language: root.vm.language
        objection: root.wrong
        secret: root.vm.secret
        bare: root.vm.bare
        plain: !root.vm.secret
        turns: root.vm.secret
        goText: qsTr("Next")
    }
}
