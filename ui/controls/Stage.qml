import QtQuick
import ui.theme

// Every screen: the dark wall says, the light page is touched.
FocusScope {
    id: root

    property alias wall: wallBox.data
    default property alias page: pageBox.data
    property real share: Theme.portrait ? 0.44 : 0.45     // the wall's part; 0 is no wall
    property string journey             // the top line in words
    property string aim                 // or what the visit is for, which says it
    readonly property AimWords aims: AimWords {
        aim: root.aim
    }
    property url logo                   // the operator's, in one colour
    property string far                 // what stands at the far end of the top line
    property int step: 0
    property int steps: 0
    property string wayBack             // what the bar's way back is called; empty is none
    property bool helps: true           // whether help can be asked for here
    property bool tells: false          // whether one can ask here what is seen and kept
    property bool staffed: false        // whether couriers and technicians get in here
    property Touchable primary          // what Enter does
    property PageTurn turner            // what the page keys turn
    property bool bare: false           // nothing lies under it: the whole glass is its own
    readonly property real wallWidth: wallBox.width
    readonly property real pageWidth: pageBox.width
    signal back
    signal privacy
    signal staff

    focus: true
    LayoutMirroring.enabled: Theme.mirrored
    LayoutMirroring.childrenInherit: true
    Keys.onReturnPressed: event => event.isAutoRepeat || root.primary?.click()
    Keys.onEnterPressed: event => event.isAutoRepeat || root.primary?.click()
    Keys.onPressed: event => {
        const by = event.key === Qt.Key_PageDown ? 1 : event.key === Qt.Key_PageUp ? -1 : 0;
        event.accepted = by !== 0 && (root.turner?.shown ?? false);
        if (event.accepted)
            root.turner.turn(by);
    }
    Keys.onEscapePressed: if (root.wayBack)
        root.back()

    Rectangle {
        id: back

        visible: root.share > 0
        anchors.left: parent.left
        anchors.top: parent.top
        width: Theme.portrait ? parent.width : Math.round(parent.width * root.share)
        height: Theme.portrait ? Math.round(root.height * root.share) : root.height
        color: Theme.colors.wall

        WallHeader {
            id: header

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.margin
            anchors.topMargin: Theme.portrait ? Theme.margin * 0.75 : Theme.edge
            journey: root.journey || root.aims.words
            logo: root.logo
            far: root.far
            step: root.step
            steps: root.steps
        }
        Item {
            id: wallBox

            objectName: "stage.wall"
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: header.bottom
            anchors.bottom: parent.bottom
            anchors.margins: Theme.margin
            anchors.topMargin: Theme.portrait ? Theme.gap * 2 : Theme.gap
            anchors.bottomMargin: Theme.portrait ? Theme.gap : Theme.gap * 0.7
        }
        Rectangle {
            visible: Theme.mode !== "light"
            color: Theme.colors.edge
            width: Theme.portrait ? parent.width : Theme.hair
            height: Theme.portrait ? Theme.hair : parent.height
            anchors.right: parent.right
            anchors.bottom: parent.bottom
        }
    }
    Item {
        id: pageBox

        objectName: "stage.page"
        anchors.left: Theme.portrait || !back.visible ? parent.left : back.right
        anchors.right: parent.right
        anchors.top: Theme.portrait && back.visible ? back.bottom : parent.top
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin
        anchors.topMargin: Theme.edge
        anchors.bottomMargin: Theme.edge
        transform: Translate {
            id: slide
        }

        NumberAnimation {
            target: slide
            property: "x"
            running: !Theme.calm
            from: (Theme.mirrored ? -8 : 8) * Theme.mm
            to: 0
            duration: Theme.turn
            easing.type: Easing.OutCubic
        }
    }
}
