import QtQuick
import KioskCore

ServiceList {
    id: root

    required property BookingSizeViewModel vm
    readonly property CannotWords cannot: CannotWords {}

    about: vm
    prefix: "size"
    reading: vm.reading
    say: qsTr("Which size?")
    glyph: vm.why ? "warn" : ""
    bad: vm.why !== ""
    note: vm.why ? cannot.of(vm.why) : qsTr("It is kept for 7 days.")
    empty: qsTr("None of this locker's own compartments is free.")
    onBack: root.vm.back()
}
