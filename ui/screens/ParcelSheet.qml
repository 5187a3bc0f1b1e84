pragma ComponentBehavior: Bound

import QtQuick
import ui.controls
import ui.theme

// Parcels, one line each; those that find no room are on further pages.
Item {
    id: root

    property alias model: rows.model
    default property alias delegate: rows.delegate
    property int page: 0
    property bool turns: true           // whether the way to the next page is here
    readonly property real high: (Theme.portrait ? 24 : 15.4) * Theme.mm
    readonly property bool paged: rows.count * high > height
    readonly property int each: Math.max(1, Math.floor((paged && turns ? height - more.height - Theme.gap : height) / high))
    readonly property int pages: Math.max(1, Math.ceil(rows.count / each))
    readonly property int current: page % pages
    signal turned(int page)

    function shows(index: int): bool {
        return Math.floor(index / root.each) === root.current;
    }

    Column {
        width: parent.width

        Repeater {
            id: rows
        }
    }
    DoorButton {
        id: more

        objectName: "list.page"
        visible: root.paged && root.turns
        text: qsTr("Page %1 of %2").arg(root.current + 1).arg(root.pages)
        glyph: "next"
        size: Theme.small
        padding: Theme.gap
        height: Theme.touch * (Theme.portrait ? 1.3 : 1.02)
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        onClicked: root.turned((root.current + 1) % root.pages)
    }
}
