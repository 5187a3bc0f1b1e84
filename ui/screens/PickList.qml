pragma ComponentBehavior: Bound

import QtQuick
import KioskCore
import ui.controls
import ui.theme

// A list that is touched, page by page: as many rows as there is room for.
Item {
    id: root

    required property RowsModel rows
    required property int page
    property string prefix: "pick"
    property string empty               // what is said when there is none
    property bool places: false         // the rows are doors, not parcels
    property real foot: 0               // room kept free for what else can be done
    readonly property real space: height - foot - (foot ? Theme.gap : 0)
    readonly property real rowHeight: Theme.portrait ? 29 * Theme.mm * Math.sqrt(Theme.zoom) : 22.5 * Theme.mm * Math.sqrt(Theme.zoom)
    readonly property int most: Math.max(1, Math.floor((space + Theme.gap) / (rowHeight + Theme.gap)))
    readonly property bool turns: rows.count > most
    readonly property int each: turns ? Math.max(1, most - 1) : most
    readonly property int last: Math.max(0, Math.ceil(rows.count / each) - 1)
    readonly property int shown: Math.min(page, last)
    readonly property bool between: shown > 0 && shown < last     // there is a page on either side
    signal chosen(string key)
    signal turned(int page)

    Words {
        visible: root.rows.count === 0
        text: root.empty
        width: parent.width
        bold: true
        font.pixelSize: Theme.act
    }
    Column {
        id: list

        width: parent.width
        spacing: Theme.gap

        Repeater {
            model: root.rows

            PickRow {
                id: one

                required property int index
                required property string key
                required property string short
                required property string label
                required property string size
                required property string cause
                required property bool unsure
                required property bool low
                readonly property WhyWords why: WhyWords {
                    cause: one.cause
                }
                readonly property string doubt: unsure ? qsTr("Move not finished") : ""
                readonly property string reach: low ? qsTr("Size %1, low reach").arg(size) : qsTr("Size %1").arg(size)

                visible: Math.floor(index / root.each) === root.shown
                objectName: root.prefix + "." + index
                text: root.places ? qsTr("Door %1").arg(label) : "\u2066…\u00a0" + short + "\u2069"
                note: root.places ? reach : doubt || why.words
                door: root.places ? "" : label
                width: list.width
                height: root.rowHeight
                onClicked: root.chosen(key)
            }
        }
    }
    Row {
        visible: root.turns
        spacing: Theme.gap
        anchors.left: parent.left
        anchors.right: parent.right
        y: root.each * (root.rowHeight + Theme.gap)

        DoorButton {
            objectName: root.prefix + ".earlier"
            visible: root.shown > 0
            glyph: "back"
            tile: false
            text: qsTr("Page %1").arg(root.shown)
            size: Theme.body
            width: root.between ? (parent.width - Theme.gap) / 2 : parent.width
            height: root.rowHeight
            onClicked: root.turned(root.shown - 1)
        }
        DoorButton {
            objectName: root.prefix + ".later"
            visible: root.shown < root.last
            glyph: "next"
            tile: false
            text: qsTr("Page %1").arg(root.shown + 2)
            size: Theme.body
            width: root.between ? (parent.width - Theme.gap) / 2 : parent.width
            height: root.rowHeight
            onClicked: root.turned(root.shown + 1)
        }
    }
}
