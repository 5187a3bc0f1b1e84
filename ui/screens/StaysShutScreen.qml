import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property StaysShutViewModel vm
    readonly property string why: ({
            "jammed": qsTr("The lock was tried. The sensor still says shut."),
            "board": qsTr("The lock board does not answer."),
            "busy": qsTr("Another door stands open. Shut it first."),
            "spent": qsTr("Tried three times. Choose the door again to go on."),
            "out_of_use": qsTr("This is not allowed in this visit."),
            "no_memory": qsTr("The kiosk cannot write anything down, so it opens no door."),
            "unheard": qsTr("Nobody knows whether it opened."),
            "turned_away": qsTr("The locker's own machine does not open it."),
            "later": qsTr("The locker's own machine asks to try later.")
        })[vm.failure] ?? ""

    journey: qsTr("Service: doors")
    wayBack: qsTr("Leave it")
    share: Theme.portrait ? 0.64 : 0.5
    primary: again.visible ? again : leave
    onBack: root.vm.back()

    wall: DoorWall {
        anchors.fill: parent
        vm: root.vm
        say: qsTr("Door %1 stayed shut").arg(root.vm.door.label)
        note: root.why
        tells: Theme.portrait
        longSay: true
        look: "problem"
    }

    Words {
        id: count

        text: qsTr("Try %1 of 3").arg(root.vm.pulse)
        color: Theme.colors.soft
        width: parent.width
    }
    DoorButton {
        id: again

        objectName: "door.again"
        visible: root.vm.mayTry
        primary: true
        text: qsTr("Try once more")
        note: root.vm.failure === "jammed" ? qsTr("Press against the door while it tries") : ""
        size: Theme.act
        width: parent.width
        height: Theme.portrait ? 50 * Theme.mm : 44 * Theme.mm
        anchors.top: count.bottom
        anchors.topMargin: Theme.gap
        onClicked: root.vm.open()
    }
    DoorButton {
        id: leave

        objectName: "door.leave"
        primary: !again.visible
        text: qsTr("Leave it shut")
        size: Theme.body
        width: parent.width
        height: Theme.portrait ? 30 * Theme.mm : 22 * Theme.mm
        anchors.bottom: parent.bottom
        onClicked: root.vm.back()
    }
}
