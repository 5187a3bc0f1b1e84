import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property AskStaffViewModel vm
    readonly property EntryWords words: EntryWords {
        form: root.vm.form
        line: root.vm.line
        objection: root.vm.objection
        who: Theme.masked ? "" : root.vm.who
        badge: root.vm.badge
    }
    readonly property string goText: !vm.last || vm.line === "operator" ? qsTr("Next") : vm.line === "new_pin_again" ? qsTr("Enrol") : vm.line === "installer_code" ? qsTr("Next") : qsTr("Log in")

    journey: words.title
    wayBack: vm.line === "new_account" ? qsTr("Cancel") : qsTr("Back")
    share: vm.held ? 0.5 : vm.letters ? text.wallShare : pad.wallShare
    primary: vm.held ? skip : vm.letters ? text.go : pad.go
    onBack: root.vm.back()
    Keys.onPressed: event => event.accepted = root.vm.strike(event.key, event.text)

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: root.words.wrong ? "warn" : ""
        tone: Theme.colors.badOnWall
        say: root.words.wrong || root.words.say
        note: root.words.hint
    }

    CodePad {
        id: pad

        anchors.fill: parent
        visible: !root.vm.letters && !root.vm.held
        vm: root.vm
        title: root.words.say
        typed: root.vm.typed
        turns: root.vm.turns
        goText: root.goText
        wallWish: Theme.portrait ? (Theme.low ? 0.72 : 0.46) : 0.4
    }
    TextPad {
        id: text

        anchors.fill: parent
        visible: root.vm.letters && !root.vm.held
        vm: root.vm
        title: root.words.say
        typed: root.vm.typed
        language: root.vm.language
        objection: root.words.wrong
        secret: root.vm.secret
        bare: root.vm.bare
        plain: ["account", "new_account", "operator"].includes(root.vm.line)
        turns: root.vm.turns
        about: root.vm.line
        own: root.vm.line === "new_name"
        goText: root.goText
    }
    Icon {
        visible: root.vm.held
        name: "card"
        size: Math.min(parent.width * 0.4, parent.height - skip.height - Theme.gap * 2)
        color: Theme.colors.edge
        anchors.horizontalCenter: parent.horizontalCenter
        y: (skip.y - height) / 2
    }
    DoorButton {
        id: skip

        objectName: "staff.skip"
        visible: root.vm.held
        primary: true
        text: qsTr("Without a badge")
        wraps: true
        width: parent.width
        height: 34 * Theme.mm
        anchors.bottom: parent.bottom
        onClicked: root.vm.skip()
    }
}
