import QtQuick
import KioskCore
import ui.controls
import ui.theme

// The window: one screen at a time, and the bar under all of them.
Window {
    id: root

    required property ShellViewModel shell
    readonly property bool tall: height > width
    readonly property bool panelTall: shell.panelHeight > shell.panelWidth
    readonly property real panelAcross: tall === panelTall ? shell.panelWidth : shell.panelHeight
    readonly property real panelDown: tall === panelTall ? shell.panelHeight : shell.panelWidth
    readonly property real mm: Math.min(width / panelAcross, height / panelDown)
    readonly property ScreenViewModel current: root.shell.current
    readonly property Stage stage: loader.item as Stage

    width: 1080
    height: 1920
    visible: true
    color: Theme.colors.page
    title: "kiosk"

    Binding {
        target: Theme
        property: "mm"
        value: root.mm
    }
    Binding {
        target: Theme
        property: "portrait"
        value: root.tall
    }
    Binding {
        target: Theme
        property: "mode"
        value: root.shell.theme
    }
    Binding {
        target: Theme
        property: "mirrored"
        value: root.shell.mirrored
    }
    Binding {
        target: Theme
        property: "calm"
        value: root.shell.calm
    }
    Binding {
        target: Theme
        property: "low"
        value: root.shell.access
    }
    Binding {
        target: Theme
        property: "masked"
        value: root.shell.masked
    }
    Binding {
        target: Theme
        property: "zoom"
        value: root.shell.access && root.tall ? 1.25 : 1
    }

    onCurrentChanged: if (root.current)
        loader.setSource(root.current.file, {
            vm: root.current
        })

    Connections {
        target: root.activeFocusItem

        // What is gone from the glass keeps no focus: the next Tab would land on nothing.
        function onVisibleChanged() {
            if (root.activeFocusItem?.visible === false)
                root.activeFocusItem.focus = false;
        }
    }
    FocusScope {
        id: glass

        anchors.fill: parent
        focus: true
        Keys.forwardTo: [loader.item]
        Keys.onLeftPressed: root.shell.steer(glass, -1, 0)
        Keys.onRightPressed: root.shell.steer(glass, 1, 0)
        Keys.onUpPressed: root.shell.steer(glass, 0, -1)
        Keys.onDownPressed: root.shell.steer(glass, 0, 1)

        Loader {
            id: loader

            focus: true
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.bottom: bar.top
            onLoaded: forceActiveFocus()
        }
        UtilityBar {
            id: bar

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            visible: !(root.stage?.bare ?? false)
            height: visible ? implicitHeight : 0
            wayBack: root.stage ? root.stage.wayBack : ""
            helps: root.stage ? root.stage.helps : true
            tells: root.stage ? root.stage.tells : false
            staffed: root.stage ? root.stage.staffed : false
            otherLanguage: root.shell.otherLanguage
            access: root.shell.access
            onBack: root.stage.back()
            onLanguage: root.shell.nextLanguage()
            onHelp: root.shell.help()
            onPrivacy: root.stage.privacy()
            onStaff: root.stage.staff()
            onAccessAsked: root.shell.toggleAccess()
        }
    }
}
