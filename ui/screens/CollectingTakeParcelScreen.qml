import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property CollectingTakeParcelViewModel vm
    readonly property bool asks: vm.scan === "other"
    readonly property bool open: vm.scan === "none"
    readonly property CollectingTakeParcelWords words: CollectingTakeParcelWords {
        scan: root.vm.scan
        short: root.vm.short
        other: root.vm.otherDoor
        labelled: root.vm.labelled
        scans: root.vm.scans
    }
    readonly property list<Choice> fixes: [
        Choice {
            name: "scan.leave"
            glyph: "return"
            text: qsTr("Put it back, take nothing")
        },
        Choice {
            name: "scan.elsewhere"
            glyph: "door"
            text: qsTr("Put it back, note it for door %1").arg(root.vm.otherDoor)
        },
        Choice {
            name: "scan.right"
            glyph: "parcel"
            text: qsTr("It is the right one, its label is wrong")
        }
    ]
    readonly property list<Choice> ways: [
        Choice {
            name: "scan.none"
            glyph: "question"
            text: qsTr("It has no readable label")
        },
        Choice {
            name: "scan.empty"
            glyph: "empty"
            text: qsTr("Nothing lies in there")
        },
        Choice {
            name: "scan.leave"
            glyph: "return"
            text: qsTr("Leave it inside")
        }
    ]

    function act(name: string) {
        switch (name) {
        case "scan.leave":
            return root.vm.leave();
        case "scan.elsewhere":
            return root.vm.belongsThere();
        case "scan.right":
            return root.vm.labelWrong();
        case "scan.none":
            return root.vm.noLabel();
        default:
            return root.vm.empty();
        }
    }

    journey: qsTr("Courier: collect")
    far: qsTr("%1 of %2").arg(vm.number).arg(vm.total)
    primary: asks || open ? null : shut.says
    share: Theme.portrait ? 0.56 : 0.48

    wall: LabelWall {
        anchors.fill: parent
        vm: root.vm
        preview: root.vm.preview
        looks: root.vm.preview.there && (root.open || root.asks)
        tone: root.asks ? Theme.colors.badOnWall : Theme.colors.lamp
        say: root.words.say
        note: root.words.note
    }

    Choices {
        anchors.fill: parent
        notice: root.vm.stage > 0 ? qsTr("Door %1 is still open").arg(root.vm.door.label) : ""
        stage: root.vm.stage
        rows: root.asks ? root.fixes.filter(one => one.name !== "scan.elsewhere" || root.vm.otherDoor) : root.ways.filter(one => one.name !== "scan.none" || root.open)
        onChosen: name => root.act(name)
        visible: root.asks || root.open
    }
    ActAtDoor {
        id: shut

        visible: !root.asks && !root.open
        anchors.fill: parent
        second: qsTr("Push the door shut")
        notice: root.vm.stage > 0 ? qsTr("Door %1 is still open").arg(root.vm.door.label) : ""
        stage: root.vm.stage
        unseen: root.vm.door.unseen
        onSaidShut: root.vm.saidShut()

        DoorButton {
            objectName: "scan.leave"
            width: parent.width
            glyph: "return"
            text: qsTr("Leave it inside")
            size: Theme.body
            height: Theme.portrait ? 24 * Theme.mm : Theme.key
            onClicked: root.vm.leave()
        }
    }
}
