import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property AskTermsViewModel vm
    readonly property bool linked: vm.qr !== ""

    aim: vm.door.aim
    step: 1
    steps: 3
    wayBack: qsTr("Cancel")
    share: Theme.portrait ? 0.36 : 0.4
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        glyph: "receipt"
        say: qsTr("Do you agree to the terms?")
        note: root.vm.operator ? qsTr("They are those of %1. Your door opens when you agree.").arg(root.vm.operator) : qsTr("Your door opens when you agree.")
    }

    Item {
        id: sheet

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: answers.top
        anchors.bottomMargin: Theme.gap * 1.5

        QrFigure {
            id: code

            visible: root.linked
            modules: root.vm.qr
            side: root.vm.qrSide
            width: visible ? Math.min(parent.height, parent.width * (Theme.portrait ? 0.36 : 0.32)) : 0
            height: width
            anchors.right: parent.right
            anchors.top: parent.top
            spoken: qsTr("All of the terms as a QR code")
        }
        Words {
            text: root.vm.terms || (root.linked ? qsTr("Read them on your telephone: the QR code leads there.") : qsTr("Ask the operator of this locker for them."))
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.least
            font.pixelSize: Theme.body
            anchors.left: parent.left
            anchors.right: code.left
            anchors.rightMargin: root.linked ? Theme.inset : 0
            anchors.top: parent.top
            anchors.bottom: parent.bottom
        }
    }
    Row {
        id: answers

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        spacing: Theme.gap

        DoorButton {
            objectName: "terms.disagree"
            glyph: "close"
            text: qsTr("I do not agree")
            size: Theme.body
            wraps: true
            tile: Theme.portrait
            width: (answers.width - answers.spacing) / 2
            height: Theme.portrait ? 56 * Theme.mm : Theme.key
            onClicked: root.vm.disagree()
        }
        DoorButton {
            objectName: "terms.agree"
            glyph: "ok"
            text: qsTr("I agree")
            size: Theme.body
            wraps: true
            tile: Theme.portrait
            width: (answers.width - answers.spacing) / 2
            height: Theme.portrait ? 56 * Theme.mm : Theme.key
            onClicked: root.vm.agree()
        }
    }
}
