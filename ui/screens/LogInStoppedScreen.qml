import QtQuick
import KioskCore
import ui.controls
import ui.theme

// One sentence for whatever was wrong with what was shown, and what one can do.
Stage {
    id: root

    required property LogInStoppedViewModel vm
    readonly property string waits: vm.minutes > 0 ? qsTr("Locked for another %1 min.").arg(vm.minutes) : vm.minutes < 0 ? qsTr("Locked until a supervisor or the console lifts it.") : qsTr("Call us to have it lifted.")
    readonly property string say: ({
            "refused": qsTr("We cannot let you in with this"),
            "locked": qsTr("Too many wrong tries"),
            "unreachable": qsTr("We cannot check who you are"),
            "busy": qsTr("The last visit is just ending"),
            "failed": qsTr("That did not work"),
            "no_enrolment": qsTr("No enrolment is open"),
            "no_answer": qsTr("This request is used up"),
            "too_long": qsTr("Your visit has ended")
        })[vm.why]
    readonly property string note: ({
            "refused": vm.form === "installer" ? qsTr("Look at the code on the console once more.") : qsTr("It may be mistyped, have run out, or be for another locker."),
            "locked": waits,
            "unreachable": qsTr("There is no line to check your login. A token or a code works."),
            "busy": qsTr("Try again in a moment."),
            "failed": qsTr("Try again. If it stays so, call us."),
            "no_enrolment": qsTr("Its time or its tries are used up. Ask for another code at the kiosk's console."),
            "no_answer": qsTr("The answer was wrong three times, or came too late. Begin once more."),
            "too_long": qsTr("It lasted as long as one may. Log in once more to go on.")
        })[vm.why]

    journey: qsTr("Staff")
    wayBack: qsTr("Back")
    share: Theme.portrait ? 0.58 : 0.48
    primary: retry
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: "stop"
        tone: Theme.colors.badOnWall
        say: root.say
        note: root.note
    }

    DoorButton {
        id: retry

        objectName: "staff.again"
        primary: true
        text: root.vm.why === "too_long" ? qsTr("Log in once more") : qsTr("Try again")
        size: Theme.act * (Theme.portrait ? 1.15 : 1)
        width: parent.width
        height: Theme.portrait ? 42 * Theme.mm : 30 * Theme.mm
        onClicked: root.vm.again()
    }
    HelpCard {
        width: parent.width
        anchors.bottom: parent.bottom
        phone: root.vm.phone
        operator: root.vm.operator
    }
}
