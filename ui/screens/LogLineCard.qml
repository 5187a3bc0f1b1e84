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
    bottomPadding: Theme.step * (Theme.portrait ? 1 : 0.5)
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Row {
        visible: Theme.portrait
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
    Item {
        width: root.width
        height: words.height

        Icon {
            id: mark

            visible: root.bad && !Theme.portrait
            name: root.level === "error" ? "stop" : "warn"
            size: Theme.small
            weight: 3.4
            color: Theme.colors.bad
            y: Theme.step * 0.4
        }
        Words {
            id: words

            x: mark.visible ? mark.width + Theme.gap : 0
            width: root.width - x
            // On a low screen there is no line to spare for when and who.
            text: Theme.portrait ? root.said : root.at + " " + root.part + ": " + root.said
            bold: root.bad
            font.pixelSize: Theme.small
            lineHeight: Theme.portrait ? 1 : 0.82
            wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        }
    }
    Rectangle {
        width: root.width
        height: Theme.hair * 0.5
        color: Theme.colors.edge
    }
}
