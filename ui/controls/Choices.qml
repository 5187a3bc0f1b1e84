pragma ComponentBehavior: Bound

import QtQuick
import ui.theme

// Several ways on, none of them louder than the others.
Item {
    id: root

    required property list<Choice> rows
    property int columns: 1
    property string notice
    property int stage: 0
    readonly property int lines: Math.ceil(rows.length / columns)
    readonly property bool tight: columns > 1       // many of them, on a low screen
    readonly property real room: height - (notice ? urgency.height + Theme.gap : 0)
    readonly property real most: Theme.portrait ? 38 * Theme.mm : 40 * Theme.mm
    signal chosen(string name)

    Grid {
        id: grid

        columns: root.columns
        spacing: Theme.gap

        Repeater {
            model: root.rows

            DoorButton {
                required property Choice modelData

                objectName: modelData.name
                glyph: root.columns > 1 ? "" : modelData.glyph
                text: modelData.text
                size: root.tight ? Theme.small : Theme.body
                topPadding: root.tight ? Theme.step * 0.6 : padding
                bottomPadding: root.tight ? Theme.step * 0.6 : padding
                wraps: true
                tile: false
                width: (root.width - (root.columns - 1) * grid.spacing) / root.columns
                height: Math.min(root.most, (root.room - (root.lines - 1) * grid.spacing) / root.lines)
                onClicked: root.chosen(modelData.name)
            }
        }
    }
    Urgency {
        id: urgency

        visible: root.notice !== ""
        text: root.notice
        stage: root.stage
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
    }
}
