pragma ComponentBehavior: Bound

import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property TestReadersViewModel vm
    readonly property real type: Theme.portrait ? Theme.body : Theme.small

    journey: qsTr("Service")
    wayBack: qsTr("Back")
    share: 0.36
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("Readers")
        note: root.vm.badges && root.vm.codes ? qsTr("Hold up a badge or a code: here it is only counted.") : root.vm.badges ? qsTr("Hold up a badge: here it is only counted.") : root.vm.codes ? qsTr("Scan a code: here it is only counted.") : qsTr("No reader is configured.")
    }

    Column {
        width: parent.width
        spacing: Theme.gap * 2

        Repeater {
            model: root.vm.readers

            Column {
                id: one

                required property string reader
                required property string device
                required property bool there
                required property int reads
                required property int length
                required property int refused

                width: parent?.width ?? 0

                Fact {
                    size: root.type
                    width: one.width
                    name: one.reader === "badge" ? qsTr("Badge reader") : qsTr("Reader of codes, serial")
                    value: one.device || qsTr("none is configured")
                }
                Fact {
                    size: root.type
                    visible: one.device !== ""
                    width: one.width
                    name: qsTr("Device")
                    value: one.there ? qsTr("there, ours alone") : qsTr("not there")
                    bad: !one.there
                }
                Fact {
                    size: root.type
                    visible: one.device !== ""
                    width: one.width
                    name: qsTr("Read")
                    value: one.reads > 0 ? qsTr("%1, the last of %2 signs").arg(one.reads).arg(one.length) : "0"
                }
                Fact {
                    size: root.type
                    visible: one.device !== ""
                    width: one.width
                    name: qsTr("Not understood")
                    value: one.refused
                }
            }
        }
    }
}
