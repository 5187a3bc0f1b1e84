import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property BundleMadeViewModel vm
    readonly property real type: Theme.portrait ? Theme.body : Theme.small
    readonly property bool made: vm.path !== ""

    journey: qsTr("Service")
    wayBack: qsTr("Back")
    share: Theme.portrait ? 0.4 : 0.42
    primary: done
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: root.made ? "ok" : "warn"
        tone: root.made ? Theme.colors.goodOnWall : Theme.colors.badOnWall
        say: root.made ? qsTr("The file is made") : qsTr("No file was made")
        note: root.made ? "" : qsTr("It could not be written: the log says why.")
    }

    Column {
        visible: root.made
        width: parent.width
        spacing: Theme.gap

        Words {
            width: parent.width
            text: qsTr("On the kiosk, %1 kB:").arg(root.vm.kilobytes)
            font.pixelSize: root.type
            color: Theme.colors.soft
        }
        Words {
            width: parent.width
            text: root.vm.path
            bold: true
            font.pixelSize: root.type
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        }
        Words {
            width: parent.width
            text: qsTr("A new one can be fetched from the console by")
            font.pixelSize: root.type
            color: Theme.colors.soft
        }
        Words {
            width: parent.width
            text: "kiosk ctl diagnostics FILE"
            bold: true
            font.pixelSize: root.type
        }
    }
    DoorButton {
        id: done

        objectName: "bundle.done"
        primary: true
        text: qsTr("Done")
        size: Theme.portrait ? Theme.act : Theme.body
        width: parent.width
        height: Theme.portrait ? 42 * Theme.mm : 22 * Theme.mm
        anchors.bottom: parent.bottom
        onClicked: root.vm.finish()
    }
}
