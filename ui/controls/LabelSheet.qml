import QtQuick
import ui.theme

// A label as it comes out of the printer, dot for dot; never mirrored, hidden on screenshots.
Item {
    id: root

    required property url picture
    property string spoken: qsTr("Your label, as it is printed")

    Accessible.role: Accessible.Graphic
    Accessible.name: spoken

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
