import QtQuick
import ui.theme

// A name and a value; what is bad says so with a sign, not with colour alone.
Item {
    id: root

    property string name
    property string value
    property bool bad: false
    property real size: Theme.small

    implicitHeight: Math.max(label.implicitHeight, answer.implicitHeight) + Theme.step * (Theme.portrait ? 3 : 1.6)
    Accessible.role: Accessible.StaticText
    Accessible.name: root.name + ": " + root.value

    Words {
        id: label

        text: root.name
        font.pixelSize: root.size
        color: Theme.colors.soft
        width: parent.width * 0.44
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        Accessible.ignored: true
    }
    Icon {
        id: sign

        visible: root.bad
        name: "warn"
        size: root.size
        weight: 3.6
        color: Theme.colors.bad
        anchors.left: label.right
        anchors.leftMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
    }
    Words {
        id: answer

        text: root.value
        bold: true
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        font.pixelSize: root.size
        font.features: {
            "tnum": 1
        }
        color: root.bad ? Theme.colors.bad : Theme.colors.ink
        anchors.left: root.bad ? sign.right : label.right
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        Accessible.ignored: true
    }
    Rectangle {
        width: parent.width
        height: Theme.hair * 0.5
        color: Theme.colors.edge
        anchors.bottom: parent.bottom
    }
}
