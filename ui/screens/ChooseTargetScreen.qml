import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property ChooseTargetViewModel vm
    readonly property bool none: !vm.looking && vm.rows.count === 0

    journey: qsTr("Courier: move")
    wayBack: vm.inHand ? "" : qsTr("Back")
    share: none ? (Theme.portrait ? 0.72 : 0.48) : 0.42
    primary: none ? back : null
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: root.none ? qsTr("No door is free for it") : qsTr("Where does it go?")
        note: qsTr("%1, from door %2").arg("\u2066…\u00a0" + root.vm.short + "\u2069").arg(root.vm.source)
        lit: root.vm.free
        look: "offer"
    }

    PickList {
        anchors.fill: parent
        rows: root.vm.rows
        page: root.vm.page
        prefix: "target"
        places: true
        foot: root.vm.inHand ? back.height : 0
        empty: root.vm.looking ? qsTr("One moment") : ""
        onChosen: key => root.vm.choose(key)
        onTurned: page => root.vm.turn(page)
    }
    DoorButton {
        id: back

        objectName: "target.back"
        visible: root.vm.inHand || root.none
        primary: root.none
        glyph: primary ? "" : "return"
        tile: false
        text: root.vm.inHand ? qsTr("Put it back") : qsTr("Another parcel")
        size: primary ? Theme.act : Theme.body
        width: parent.width
        height: primary ? (Theme.portrait ? 40 : 24) * Theme.mm : Theme.portrait ? 26 * Theme.mm : Theme.key
        anchors.bottom: parent.bottom
        onClicked: root.vm.inHand ? root.vm.putBack() : root.vm.back()
    }
}
