pragma ComponentBehavior: Bound

import QtQuick
import KioskCore
import ui.controls
import ui.theme

Stage {
    id: root

    required property SettingsPageViewModel vm
    readonly property SettingWords words: SettingWords {}
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
                height: Math.min(44 * Theme.mm, (reset.y - Theme.gap * root.lines) / root.lines)
                onClicked: root.vm.choose(setting)
            }
        }
    }
    DoorButton {
        id: reset

        objectName: "settings.reset"
        visible: root.vm.anyChanged
        glyph: "again"
        text: qsTr("All as kiosk.toml says")
        size: Theme.portrait ? Theme.body : Theme.small
        tile: false
        width: parent.width
        height: Theme.portrait ? 28 * Theme.mm : Theme.touch
        anchors.bottom: parent.bottom
        onClicked: root.vm.reset()
    }
}
