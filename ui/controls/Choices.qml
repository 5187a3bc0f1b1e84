pragma ComponentBehavior: Bound

import QtQuick
import ui.theme

// Several ways on; one of them may be the primary act, which stands first and alone on its line.
Item {
    id: root

    required property list<Choice> rows
    property int columns: 1
    property string notice
    property int stage: 0
    readonly property Choice first: rows.find(one => one.main) ?? null
    readonly property list<Choice> others: rows.filter(one => !one.main)
    readonly property Touchable primary: first ? act : null
    // On a low screen the primary act and the only other way share a line.
    readonly property bool paired: first !== null && columns > 1 && others.length === 1
    readonly property int lines: paired ? 1 : Math.ceil(others.length / columns) + (first ? 1 : 0)
    readonly property bool tight: columns > 1       // many of them, on a low screen
    readonly property real room: height - (notice ? urgency.height + Theme.gap : 0)
    readonly property real most: Theme.portrait ? 38 * Theme.mm : 40 * Theme.mm
    readonly property real each: Math.min(most, (room - (lines - 1) * Theme.gap) / Math.max(1, lines))
    signal chosen(string name)

    DoorButton {
        id: act

        visible: root.first !== null
        objectName: root.first?.name ?? ""
        primary: true
        glyph: Theme.portrait ? root.first?.glyph ?? "" : ""
        text: root.first?.text ?? ""
        size: Theme.portrait ? Theme.act : root.paired ? Theme.small : Theme.body
        tile: false
        wraps: root.paired
        padding: root.paired ? Theme.gap : Theme.inset
        width: root.paired ? (parent.width - Theme.gap) * 0.55 : parent.width
        height: root.each
        anchors.left: parent.left
        onClicked: root.chosen(root.first.name)
    }
    Grid {
        id: grid

        anchors.right: parent.right
        y: root.first && !root.paired ? act.height + Theme.gap : 0
        width: root.paired ? parent.width - act.width - Theme.gap : parent.width
        columns: root.columns
        spacing: Theme.gap

        Repeater {
            model: root.others

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
                padding: root.paired ? Theme.gap : Theme.inset
                width: root.paired ? grid.width : (root.width - (root.columns - 1) * grid.spacing) / root.columns
                height: root.each
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
