import QtQuick
import ui.theme

// A line as it is typed, in any script; a long one shrinks and goes on below.
Rectangle {
    id: root

    property string line
    readonly property string signs: Theme.masked ? "•".repeat(line.length) : line
    readonly property bool rightToLeft: /^[^A-Za-z]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(signs)

    implicitHeight: Theme.digit * (Theme.portrait ? 1.75 : 1.6)
    radius: Theme.radius
    color: Theme.colors.card
    border.width: Theme.rule
    border.color: Theme.colors.ink
    Accessible.role: Accessible.EditableText
    Accessible.name: qsTr("Signs typed: %1").arg(line.length)

    Words {
        id: words

        LayoutMirroring.enabled: false
        text: root.signs
        bold: true
        wrapMode: Text.WrapAnywhere
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.least * 0.5
        font.pixelSize: Math.min(Theme.act, root.height * 0.5)
        lineHeight: 0.9
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        anchors.fill: parent
        anchors.margins: Theme.gap
        Accessible.ignored: true
    }
    Rectangle {
        readonly property real reach: words.contentWidth / 2 + Theme.step

        visible: words.lineCount <= 1
        width: Theme.rule
        height: Math.min(root.height * 0.6, Theme.act * 1.2)
        color: Theme.colors.ink
        anchors.verticalCenter: parent.verticalCenter
        x: root.signs === "" ? (root.width - width) / 2 : root.width / 2 + (root.rightToLeft ? -reach - width : reach)
    }
}
