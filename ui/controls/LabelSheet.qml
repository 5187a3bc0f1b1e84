import QtQuick
import ui.theme

// A label as it comes out of the printer, dot for dot; never mirrored, hidden on screenshots.
Item {
    id: root

    required property url picture
    readonly property bool seen: picture.toString() !== ""
    property string spoken: seen ? qsTr("Your label, as it is printed") : ""

    Accessible.role: Accessible.Graphic
    Accessible.name: spoken
    Accessible.ignored: !seen

    Notice {
        visible: !root.seen
        glyph: "print"
        text: qsTr("Your label comes ready from the sender's network")
        anchors.left: parent.left
        anchors.right: parent.right
    }

    Rectangle {
        anchors.centerIn: parent
        width: sheet.paintedWidth + 2 * Theme.hair
        height: sheet.paintedHeight + 2 * Theme.hair
        visible: sheet.status === Image.Ready
        color: Theme.paper
        border.width: Theme.hair
        border.color: Theme.colors.edge
    }
    Image {
        id: sheet

        anchors.fill: parent
        anchors.margins: Theme.hair
        source: root.picture
        visible: !Theme.masked
        fillMode: Image.PreserveAspectFit
        mipmap: true
        smooth: true
    }
}
