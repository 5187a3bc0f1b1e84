import QtQuick
import ui.theme

// When the act is at the door and not on the screen: two pictures, and the way out below.
Item {
    id: root

    property string firstAct: "take"
    property bool gone: firstAct === "take"     // nothing lies in it any more when it is shut
    property string first
    property string second
    property string notice              // said louder the longer the door stands open
    property int stage: 0
    property bool unseen: false         // nobody sees the door: the person says that it is shut
    readonly property Touchable says: unseen ? confirm : null
    readonly property bool both: first !== ""       // else the door only has to be shut
    readonly property real free: height - ways.height - (notice ? urgency.height + Theme.gap : 0) - (unseen ? confirm.height + Theme.gap : 0) - Theme.gap
    readonly property real stepWidth: Theme.portrait && both ? (width - Theme.margin) / 2 : width
    default property alias ways: ways.data

    signal saidShut

    Grid {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        columns: Theme.portrait ? 2 : 1
        columnSpacing: Theme.margin
        rowSpacing: Theme.gap * (root.notice ? 1 : 2)

        ActStep {
            visible: root.both
            width: root.stepWidth
            most: Theme.portrait ? root.free : (root.free - Theme.gap * 2) / 2
            count: "1"
            act: root.firstAct
            text: root.first
        }
        ActStep {
            width: root.stepWidth
            most: Theme.portrait || !root.both ? root.free : (root.free - Theme.gap * 2) / 2
            count: root.both ? "2" : ""
            act: "shut"
            beside: !Theme.portrait || !root.both
            gone: root.gone
            text: root.second
        }
    }
    Urgency {
        id: urgency

        visible: root.notice !== ""
        text: root.notice
        stage: root.stage
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: root.unseen ? confirm.top : ways.top
        anchors.bottomMargin: root.unseen || ways.height ? Theme.gap : 0
    }
    DoorButton {
        id: confirm

        objectName: "door.confirm"
        visible: root.unseen
        primary: true
        text: qsTr("The door is shut")
        size: Theme.act
        height: Theme.portrait ? 30 * Theme.mm : Theme.key * 1.2
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: ways.top
        anchors.bottomMargin: ways.height ? Theme.gap : 0
        onClicked: root.saidShut()
    }
    Item {
        id: ways

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: childrenRect.height
    }
}
