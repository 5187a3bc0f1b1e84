import QtQuick

// What each line that staff type is called, and why what was typed cannot be taken.
QtObject {
    id: root

    required property string form
    required property string line
    required property string objection
    required property string who
    required property bool badge
    readonly property bool courier: form.startsWith("code") || form === "credentials"
    readonly property string say: ({
            "code": qsTr("Type your courier's code"),
            "login": qsTr("Your login"),
            "secret": qsTr("Your password"),
            "account": qsTr("Your id"),
            "badge": qsTr("Hold up your badge"),
            "pin": qsTr("Your PIN"),
            "installer_code": qsTr("The installer's code"),
            "new_account": qsTr("Choose your id"),
            "new_name": qsTr("Your name"),
            "new_badge": qsTr("Hold up your badge"),
            "new_pin": qsTr("Choose your PIN"),
            "new_pin_again": qsTr("Your new PIN once more"),
            "door": qsTr("Which door?"),
            "operator": qsTr("Your id")
        })[line]
    readonly property string hint: ({
            "code": qsTr("The office gave it to you."),
            "login": form === "credentials" ? qsTr("The one of your company.") : qsTr("It belongs to your code."),
            "secret": who ? qsTr("For %1").arg("\u2068" + who + "\u2069") : "",
            "account": qsTr("The staff number of your account here."),
            "pin": who ? qsTr("For %1").arg("\u2068" + who + "\u2069") : form.endsWith("badge") ? qsTr("It belongs to your badge.") : "",
            "installer_code": qsTr("The eight digits from the kiosk's own console."),
            "new_account": qsTr("A staff number: letters, digits, dots and dashes. No name, for it stands in every record."),
            "new_name": qsTr("Whose account it is. It is kept encrypted."),
            "new_badge": qsTr("With a badge a shorter PIN is enough. It then works only with the badge."),
            "new_pin": badge ? qsTr("Six signs at least, letters count, too.") : qsTr("Eight signs at least, letters count, too."),
            "new_pin_again": qsTr("So that it is the one you meant."),
            "door": qsTr("As its number stands on it."),
            "operator": qsTr("The back office asks for it.")
        })[line] ?? ""
    readonly property string wrong: ({
            "length": badge ? qsTr("A PIN has six signs at least") : qsTr("A PIN has eight signs at least"),
            "easy": qsTr("This PIN is too easy to guess"),
            "differs": qsTr("The two PINs differ. Choose once more"),
            "id": qsTr("An id has 2 to 32 letters, digits, dots and dashes"),
            "name": qsTr("Say whose account it is"),
            "badge": qsTr("This badge cannot be used"),
            "taken": qsTr("This id or badge is taken"),
            "no_door": qsTr("There is no such door")
        })[objection] ?? ""
    readonly property string title: courier ? qsTr("Courier") : qsTr("Service")
}
