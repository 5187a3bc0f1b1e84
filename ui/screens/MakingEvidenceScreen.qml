import QtQuick
import KioskCore

ServiceWait {
    id: root

    required property MakingEvidenceViewModel vm

    about: vm
    say: qsTr("The file is being made")
    note: qsTr("%1 %").arg(vm.share)
}
