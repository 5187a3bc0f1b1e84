import QtQuick
import ui.controls
import ui.theme

// One line of the log: when, how bad and who says so; below it what is said, never turned round.
Column {
    id: root

    property string at
    property string level
    property string part
    property string said
    readonly property bool bad: level !== "info"

    spacing: 0
    bottomPadding: Theme.step
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Row {
        spacing: Theme.gap

        Icon {
            visible: root.bad
            name: root.level === "error" ? "stop" : "warn"
            size: Theme.small
            weight: 3.4
            color: Theme.colors.bad
        }
        Words {
            text: root.at + "  " + root.part
            wrapMode: Text.NoWrap
            font.pixelSize: Theme.small
            font.features: {
                "tnum": 1
            }
            color: root.bad ? Theme.colors.bad : Theme.colors.soft
        }
    }
    Words {
        width: root.width
        text: root.said
        bold: root.bad
        font.pixelSize: Theme.small
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
    }
    Rectangle {
        width: root.width
        height: Theme.hair * 0.5
        color: Theme.colors.edge
    }
}
