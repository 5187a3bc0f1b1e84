import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property BookingCodesViewModel vm
    readonly property bool drop: vm.purpose === "dropoff"
    readonly property var slips: ({
            "printing": qsTr("The slip is being printed."),
            "printed": qsTr("The slip is printed."),
            "unsure": qsTr("Look whether the slip came out."),
            "failed": qsTr("The slip was not printed.")
        })
    readonly property string told: vm.told ? qsTr("A message with the code is on its way to its holder.") : ""
    readonly property real high: Theme.portrait ? 30 * Theme.mm : 20.2 * Theme.mm

    journey: qsTr("Service")
    wayBack: vm.first ? "" : qsTr("Back")
    share: Theme.portrait ? 0.36 : 0.36
    primary: finish
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: !root.vm.code ? qsTr("The old codes have stopped") : root.drop ? qsTr("Code to put in") : qsTr("Code to collect")
        note: root.slips[root.vm.slip] ?? (root.told || qsTr("Shown only once: pass it on now."))
        lit: root.vm.label ? [root.vm.label] : []
        look: "done"
    }

    CodeCard {
        visible: root.vm.code !== ""
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: slip.visible ? slip.top : finish.top
        anchors.bottomMargin: Theme.gap
        code: root.vm.code
        modules: root.vm.qr
        side: root.vm.qrSide
        door: root.vm.label ? qsTr("Door %1").arg(root.vm.label) : "\u2066" + root.vm.ref + "\u2069"
        until: root.vm.until ? qsTr("Until %1").arg(root.vm.until) : ""
    }
    DoorButton {
        id: slip

        objectName: "codes.slip"
        visible: root.vm.slips && root.vm.code !== ""
        enabled: root.vm.slip !== "printing"
        glyph: "print"
        tile: false
        text: qsTr("Print a code slip")
        size: Theme.portrait ? Theme.body : Theme.small
        wraps: true
        width: Theme.portrait ? parent.width : (parent.width - Theme.gap) / 2
        height: root.high
        anchors.left: parent.left
        anchors.bottom: Theme.portrait ? finish.top : parent.bottom
        anchors.bottomMargin: Theme.portrait ? Theme.gap : 0
        onClicked: root.vm.act(objectName)
    }
    DoorButton {
        id: finish

        objectName: "codes.finish"
        primary: true
        text: root.vm.last ? qsTr("Finish") : qsTr("Next")
        size: Theme.body
        width: slip.visible && !Theme.portrait ? slip.width : parent.width
        height: root.high
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        onClicked: root.vm.act(objectName)
    }
}
