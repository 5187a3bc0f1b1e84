import QtQuick

// What the label of the parcel in hand comes to.
QtObject {
    id: root

    required property string scan
    required property string short
    required property string other
    required property bool labelled     // its label says that number
    required property bool scans        // whether anything reads it
    readonly property string number: "\u2066…\u00a0" + short + "\u2069"
    readonly property string say: ({
            "matched": qsTr("That is it. Shut the door"),
            "other": qsTr("This is another parcel"),
            "mislabelled": qsTr("Take it, and shut the door"),
            "elsewhere": qsTr("Put it back, and shut the door"),
            "unreadable": qsTr("Take it, and shut the door")
        })[scan] ?? (scans ? qsTr("Take it out, scan its label") : qsTr("Take it out"))
    readonly property string known: qsTr("It should lie behind door %1.").arg(other)
    readonly property string note: ({
            "matched": qsTr("The label is that of %1.").arg(number),
            "other": other ? known : qsTr("Its label is not that of %1.").arg(number),
            "mislabelled": qsTr("It is noted that the label is wrong."),
            "elsewhere": qsTr("It is noted that the two doors were swapped."),
            "unreadable": qsTr("It is noted that no label could be read.")
        })[scan] ?? (labelled ? qsTr("It should say %1.").arg(number) : qsTr("It is compared with what is known of it."))
}
