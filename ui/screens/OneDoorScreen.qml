import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property OneDoorViewModel vm
    readonly property bool free: vm.only === ""      // logged in, and not let in for one act
    readonly property bool roomy: Theme.portrait && Theme.zoom === 1
    readonly property OneDoorWords words: OneDoorWords {
        condition: root.vm.condition
        flag: root.vm.flag
        reason: root.vm.reason
        contents: root.vm.contents
        ended: root.vm.ended
        finding: root.vm.finding
        refused: root.vm.refused
        acted: root.vm.acted
        took: root.vm.took
    }

    journey: qsTr("Service: doors")
    wayBack: free ? qsTr("Back") : qsTr("Finish")
    share: Theme.portrait ? 0.36 : 0.46
    primary: open
    onBack: root.vm.back()

    wall: Item {
        anchors.fill: parent

        Words {
            id: title

            visible: !Theme.portrait
            text: qsTr("Door %1").arg(root.vm.label)
            bold: true
            width: parent.width
            fontSizeMode: Text.HorizontalFit
            wrapMode: Text.NoWrap
            minimumPixelSize: Theme.body
            font.pixelSize: Theme.title
            color: Theme.colors.onWall
            Accessible.role: Accessible.Heading
        }
        Words {
            id: standing

            visible: !Theme.portrait
            text: root.words.news || root.words.state
            bold: true
            width: parent.width
            anchors.top: title.bottom
            anchors.topMargin: Theme.step
            font.pixelSize: Theme.small
            color: (root.words.news ? root.words.alarming : root.words.bad) ? Theme.colors.badOnWall : Theme.colors.onWall
        }
        LiveMap {
            visible: height > 20 * Theme.mm
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: Theme.portrait ? parent.top : standing.bottom
            anchors.topMargin: Theme.portrait ? 0 : Theme.gap
            anchors.bottom: parent.bottom
            bank: root.vm.bank
            map: root.vm.map
            touched: false
            legends: false
        }
    }

    OneDoorHead {
        id: head

        visible: Theme.portrait
        width: parent.width
        height: visible ? implicitHeight : 0
        label: root.vm.label
        standing: root.words.state
        bad: root.words.bad
    }
    OneDoorFacts {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: Theme.portrait ? Theme.gap : 0
        vm: root.vm
        room: open.y
        inside: root.words.inside
        why: root.words.why
        roomy: root.roomy
    }
    Notice {
        visible: Theme.portrait && root.words.news !== ""
        width: parent.width
        anchors.bottom: open.top
        anchors.bottomMargin: Theme.gap
        glyph: root.words.alarming ? "warn" : "ok"
        text: root.words.news
    }
    DoorButton {
        id: open

        objectName: "door.open"
        visible: root.vm.only !== "clear"
        primary: true
        text: qsTr("Open")
        width: root.vm.rear ? (parent.width - Theme.gap) * 0.6 : parent.width
        height: Theme.key
        anchors.left: parent.left
        anchors.bottom: ways.top
        anchors.bottomMargin: Theme.gap
        onClicked: root.vm.unlock(false)
    }
    DoorButton {
        objectName: "door.open.rear"
        visible: root.vm.rear !== "" && root.vm.only !== "clear"
        text: Theme.portrait ? qsTr("Rear door") : qsTr("Rear")
        size: Theme.portrait ? Theme.body : Theme.small
        padding: Theme.portrait ? Theme.inset : Theme.gap
        wraps: true
        width: (parent.width - Theme.gap) * 0.4
        height: Theme.key
        anchors.right: parent.right
        anchors.bottom: open.bottom
        onClicked: root.vm.unlock(true)
    }
    OneDoorWays {
        id: ways

        visible: root.free
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: visible ? implicitHeight : 0
        vm: root.vm
        roomy: root.roomy
    }
}
