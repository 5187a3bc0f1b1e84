pragma ComponentBehavior: Bound

import QtQuick
import ui.controls
import ui.theme

// One group of service mode's pages under its name; the first tile of each is a little taller.
Column {
    id: root

    property string title
    property list<string> names
    readonly property Touchable first: tiles.count > 0 ? tiles.itemAt(0) as Touchable : null
    readonly property real tall: (Theme.portrait ? 64 : 20.4) * Theme.mm
    readonly property real each: (height - head.height - tall - names.length * spacing) / Math.max(1, names.length - 1)
    signal chosen(string page)

    spacing: Theme.gap

    Words {
        id: head

        text: root.title
        width: parent.width
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.least
        bold: true
        font.pixelSize: Theme.portrait ? Theme.body : Theme.small
        color: Theme.colors.soft
        Accessible.role: Accessible.Heading
    }
    Repeater {
        id: tiles

        model: root.names

        BenchTile {
            required property int index
            required property string modelData

            page: modelData
            width: root.width
            height: index === 0 ? root.tall : Math.min(64 * Theme.mm, root.each)
            onClicked: root.chosen(modelData)
        }
    }
}
