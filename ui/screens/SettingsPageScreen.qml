pragma ComponentBehavior: Bound

import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property SettingsPageViewModel vm
    readonly property SettingWords words: SettingWords {}
    readonly property real low: people.y - Theme.gap * lines
    readonly property int lines: Math.max(1, vm.count)

    journey: qsTr("Service")
    wayBack: qsTr("Back")
    share: Theme.portrait ? 0.36 : 0.28
    onBack: root.vm.back()

    wall: SayWall {
        anchors.fill: parent
        bank: root.vm.bank
        say: qsTr("Settings")
        note: root.vm.failed ? qsTr("That could not be kept.") : root.vm.anyLater ? qsTr("Some of it counts from the next start.") : qsTr("All else stands in kiosk.toml.")
    }

    Column {
        width: parent.width
        spacing: Theme.gap

        Repeater {
            model: root.vm.settings

            DoorButton {
                required property string setting
                required property string value
                required property string was
                required property bool later
                required property bool fixed

                objectName: "settings." + setting
                enabled: !fixed
                text: was && !Theme.portrait ? qsTr("%1: %2 (changed, was %3)").arg(root.words.name(setting)).arg(root.words.said(value)).arg(root.words.said(was)) : qsTr("%1: %2").arg(root.words.name(setting)).arg(root.words.said(value))
                note: Theme.portrait || fixed ? root.words.note(was, later, fixed) : ""
                size: Theme.portrait ? Theme.body : Theme.small
                wraps: true
                topPadding: Theme.step * 0.4
                bottomPadding: Theme.step * 0.4
                width: root.pageWidth
                height: Math.min(44 * Theme.mm, root.low / root.lines)
                onClicked: root.vm.choose(setting)
            }
        }
    }
    DoorButton {
        id: people

        readonly property bool beside: !Theme.portrait && reset.visible

        objectName: "settings.people"
        glyph: beside ? "" : "you"
        text: qsTr("Who works here")
        size: reset.size
        padding: reset.padding
        topPadding: reset.topPadding
        bottomPadding: reset.topPadding
        wraps: true
        tile: false
        width: beside ? reset.width : parent.width
        height: reset.height
        anchors.left: parent.left
        y: parent.height - height - (Theme.portrait && reset.visible ? height + Theme.gap : 0)
        onClicked: root.vm.people()
    }
    DoorButton {
        id: reset

        objectName: "settings.reset"
        visible: root.vm.anyChanged
        glyph: Theme.portrait ? "again" : ""
        text: qsTr("All as kiosk.toml says")
        size: Theme.portrait ? Theme.body : Theme.small
        padding: Theme.portrait ? Theme.inset * 0.8 : Theme.gap
        topPadding: Theme.step * 0.4
        bottomPadding: topPadding
        wraps: true
        tile: false
        width: Theme.portrait ? parent.width : (parent.width - Theme.gap) / 2
        height: (Theme.portrait ? 28 : 20.4) * Theme.mm
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        onClicked: root.vm.reset()
    }
}
