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
    property int page: 0                // of a list above them, which finds its way on here
    property int pages: 1
    readonly property Choice first: rows.find(one => one.main) ?? null
    readonly property list<Choice> others: rows.filter(one => !one.main)
    readonly property Touchable primary: first ? act : null
    // On a low screen the primary act and the only other way share a line.
    readonly property bool paired: first !== null && columns > 1 && others.length === 1
    // Alone on its line, it has room beside it for the way to the next page.
    readonly property bool hosts: first !== null && columns > 1 && !paired
    readonly property int lines: paired ? 1 : Math.ceil(others.length / columns) + (first ? 1 : 0)
    readonly property bool tight: columns > 1       // many of them, on a low screen
    readonly property real room: height - (notice ? urgency.height + Theme.gap : 0)
    readonly property real most: Theme.portrait ? 38 * Theme.mm : 40 * Theme.mm
    readonly property real each: Math.min(most, (room - (lines - 1) * Theme.gap) / Math.max(1, lines))
    signal chosen(string name)
    signal turned(int page)

    DoorButton {
        id: act

        visible: root.first !== null
        objectName: root.first?.name ?? ""
        primary: true
        glyph: Theme.portrait ? root.first?.glyph ?? "" : ""
        text: root.first?.text ?? ""
        size: Theme.portrait ? Theme.act : root.paired || next.visible ? Theme.small : Theme.body
        tile: false
        wraps: root.paired || next.visible
        padding: root.paired || next.visible ? Theme.gap : Theme.inset
        width: root.paired ? (parent.width - Theme.gap) * 0.55 : next.visible ? parent.width - next.width - Theme.gap : parent.width
        height: root.each
        anchors.left: parent.left
        onClicked: root.chosen(root.first.name)
    }
    NextPage {
        id: next

        objectName: "page.next"
        visible: root.hosts && pages > 1
        current: root.page
        pages: root.pages
        width: parent.width * 0.36
        height: root.each
        anchors.right: parent.right
        onTurned: page => root.turned(page)
    }
    Flow {
        id: grid

        anchors.right: parent.right
        y: root.first && !root.paired ? act.height + Theme.gap : 0
        width: root.paired ? parent.width - act.width - Theme.gap : parent.width
        spacing: Theme.gap

        Repeater {
            model: root.others

            DoorButton {
                required property Choice modelData
                required property int index
                // The last one alone on its line fills it.
                readonly property int beside: index === root.others.length - 1 && index % root.columns === 0 ? 1 : root.columns

                objectName: modelData.name
                glyph: root.columns > 1 ? "" : modelData.glyph
                text: modelData.text
                size: root.tight ? Theme.small : Theme.body
                topPadding: root.tight ? Theme.step * 0.6 : padding
                bottomPadding: root.tight ? Theme.step * 0.6 : padding
                wraps: true
                tile: false
                padding: root.paired ? Theme.gap : Theme.inset
                width: root.paired ? grid.width : Math.floor((root.width - (beside - 1) * grid.spacing) / beside)
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
