import QtQuick
import ui.theme

// Under a list that is longer than the screen: one page back, where one is, one page on.
Item {
    id: root

    required property int current       // from 0
    required property int pages
    readonly property bool shown: pages > 1
    signal turned(int page)

    function turn(by: int): void {
        root.turned((root.current + by + root.pages) % root.pages);
    }

    visible: shown
    height: Theme.touch * (Theme.portrait ? 1.3 : 1.01)

    DoorButton {
        id: previous

        objectName: "page.previous"
        text: qsTr("Previous")
        spoken: qsTr("Previous page")
        glyph: Theme.portrait ? "back" : ""
        size: Theme.small
        padding: Theme.gap
        tile: false
        width: parent.width * 0.36
        height: parent.height
        anchors.left: parent.left
        onClicked: root.turn(-1)
    }
    Words {
        text: qsTr("%1 of %2").arg(root.current + 1).arg(root.pages)
        bold: true
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.least
        font.pixelSize: Theme.small
        font.features: {
            "tnum": 1
        }
        horizontalAlignment: Text.AlignHCenter
        anchors.left: previous.right
        anchors.right: next.left
        anchors.verticalCenter: parent.verticalCenter
        Accessible.name: qsTr("Page %1 of %2").arg(root.current + 1).arg(root.pages)
    }
    DoorButton {
        id: next

        objectName: "page.next"
        text: qsTr("Next")
        spoken: qsTr("Next page")
        glyph: Theme.portrait ? "next" : ""
        size: Theme.small
        padding: Theme.gap
        tile: false
        width: parent.width * 0.36
        height: parent.height
        anchors.right: parent.right
        onClicked: root.turn(1)
    }
}
