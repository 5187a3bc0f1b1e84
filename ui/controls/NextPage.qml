import QtQuick
import ui.theme

// On a low screen: which page of a list shows, beside what else can be done; a touch shows the next.
DoorButton {
    id: root

    required property int current       // from 0
    required property int pages
    signal turned(int page)

    visible: pages > 1
    text: "\u2066" + (root.current + 1) + " / " + root.pages + "\u2069"
    spoken: qsTr("Page %1 of %2").arg(root.current + 1).arg(root.pages) + ". " + qsTr("Next page")
    glyph: "next"
    size: Theme.small
    tile: false
    padding: Theme.gap
    onClicked: root.turned((root.current + 1) % root.pages)
}
