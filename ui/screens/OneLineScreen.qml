import QtQuick
import KioskCore
import ui.controls

ServiceSheet {
    id: root

    required property OneLineViewModel vm
    readonly property var nudges: ({
            "asking": qsTr("The cloud is being asked."),
            "answered": qsTr("The cloud has answered."),
            "silent": qsTr("The cloud did not answer in time."),
            "sending": qsTr("What waits is being sent.")
        })
    readonly property list<Choice> ofCloud: [
        Choice {
            name: "lines.ask"
            main: true
            glyph: "again"
            text: qsTr("Ask the cloud now")
        }
    ]
    readonly property list<Choice> ofOutbox: [
        Choice {
            name: "lines.send"
            main: true
            glyph: "send"
            text: qsTr("Send now")
        },
        Choice {
            name: "lines.parked"
            glyph: "stop"
            text: qsTr("Set aside: %1").arg(root.vm.parked)
        }
    ]

    about: vm
    say: words.say("line_" + vm.line, "")
    glyph: vm.nudged === "silent" ? "warn" : vm.nudged === "answered" ? "ok" : ""
    bad: vm.nudged === "silent"
    note: nudges[vm.nudged] ?? ""
    choices: vm.line === "cloud" ? root.ofCloud : vm.line === "outbox" ? root.ofOutbox.filter(one => one.name !== "lines.parked" || root.vm.parked > 0) : []
    onChosen: name => root.vm.act(name)
    onBack: root.vm.back()
}
