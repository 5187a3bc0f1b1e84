import QtQuick
import ui.theme

// Whom to call. Without a telephone number the operator is named.
Rectangle {
    id: root

    property string phone
    property string operator

    implicitHeight: lines.height + Theme.inset * (Theme.portrait ? 1.6 : 1)
    color: Theme.colors.sill

    Rectangle {
        width: Theme.rule
        height: parent.height
        color: Theme.colors.ink
        anchors.left: parent.left
    }
    Icon {
        id: glyph

        name: root.phone ? "phone" : "question"
        size: Theme.icon * (Theme.portrait ? 1.5 : 1.2)
        anchors.left: parent.left
        anchors.leftMargin: Theme.inset
        anchors.verticalCenter: parent.verticalCenter
    }
    Column {
        id: lines

        anchors.left: glyph.right
        anchors.leftMargin: Theme.inset
        anchors.right: parent.right
        anchors.rightMargin: Theme.inset
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.step * 0.6

        Words {
            text: root.phone ? qsTr("Call us") : root.operator ? qsTr("%1 helps you").arg(root.operator) : qsTr("Ask the operator of this locker")
            width: parent.width
            font.pixelSize: Theme.portrait ? Theme.body : Theme.small
            color: Theme.colors.soft
        }
        Words {
            visible: root.phone !== ""
            text: "\u2066" + root.phone + "\u2069"
            width: parent.width
            bold: true
            // A digit is 0.62 em wide: the number stays on one line while it can be read at all.
            font.pixelSize: Math.max(Theme.small, Math.min(Theme.act * 1.1, width / (0.62 * root.phone.length)))
            font.features: {
                "tnum": 1
            }
        }
    }
}
