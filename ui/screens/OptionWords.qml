import QtQuick

// What is chosen from a list for a compartment: reasons, faults, sizes.
QtObject {
    id: root

    readonly property var reasons: ({
            "repaired": qsTr("It was repaired"),
            "tested": qsTr("It was tried and works"),
            "mistake": qsTr("It was never broken"),
            "office": qsTr("The office asked for it"),
            "look": qsTr("To see what lies there"),
            "holder": qsTr("Whose parcel it is stands here"),
            "damaged": qsTr("The parcel leaks or is broken"),
            "broken": qsTr("It is broken"),
            "dirty": qsTr("It is dirty"),
            "water": qsTr("It is wet inside"),
            "work": qsTr("Somebody works on it")
        })
    readonly property var faults: ({
            "lock": qsTr("The lock does not open"),
            "contact": qsTr("The sensor is wrong"),
            "hinge": qsTr("The hinge is loose"),
            "leaf": qsTr("The door is bent"),
            "water": qsTr("Water gets in"),
            "dirty": qsTr("It needs cleaning"),
            "number": qsTr("Its number is gone"),
            "other": qsTr("Something else")
        })

    function of(wish: string, option: string): string {
        return (wish === "ticket" ? root.faults[option] : wish === "resize" ? option : root.reasons[option]) ?? option;
    }
}
