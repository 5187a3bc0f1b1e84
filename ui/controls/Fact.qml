import QtQuick
import ui.theme

// A name and a value; what is bad says so with a sign, not with colour alone.
Item {
    id: root

    property string name
    property string value
    property bool bad: false
    property real size: Theme.small
    property real part: Theme.portrait ? 0.4 : 0.38     // the name's part of the line
    readonly property real room: width * (1 - part) - Theme.gap - (bad ? sign.width + Theme.gap : 0)
    // One long word that finds no room beside its name, a path or an id, stands below it.
    readonly property bool below: !value.includes(" ") && natural.advanceWidth > room
    readonly property real air: Theme.step * (Theme.portrait ? 3 : 1.6)

    implicitHeight: (below ? label.implicitHeight + answer.implicitHeight : Math.max(label.implicitHeight, answer.implicitHeight)) + air
    Accessible.role: Accessible.StaticText
    Accessible.name: root.name + ": " + root.value

    TextMetrics {
        id: natural

        font: answer.font
        text: root.value
    }
    Words {
        id: label

        text: root.name
        wrapMode: Text.Wrap
        font.pixelSize: root.size
        color: Theme.colors.soft
        width: parent.width * (root.below ? 1 : root.part)
        anchors.left: parent.left
        y: root.below ? root.air / 2 : (parent.height - height) / 2
        Accessible.ignored: true
    }
    Icon {
        id: sign

        visible: root.bad
        name: "warn"
        size: root.size
        weight: 3.6
        color: Theme.colors.bad
        anchors.left: parent.left
        anchors.leftMargin: root.below ? 0 : parent.width * root.part + Theme.gap
        anchors.verticalCenter: answer.verticalCenter
    }
    Words {
        id: answer

        // A path breaks where it has joints.
        text: root.below ? root.value.replace(/([\/_.-])/g, "$1\u200b") : root.value
        bold: true
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        font.pixelSize: root.size
        font.features: {
            "tnum": 1
        }
        color: root.bad ? Theme.colors.bad : Theme.colors.ink
        anchors.left: parent.left
        anchors.leftMargin: (root.below ? 0 : parent.width * root.part + Theme.gap) + (root.bad ? sign.width + Theme.gap : 0)
        anchors.right: parent.right
        y: root.below ? label.y + label.height : (parent.height - height) / 2
        Accessible.ignored: true
    }
    Rectangle {
        width: parent.width
        height: Theme.hair * 0.5
        color: Theme.colors.edge
        anchors.bottom: parent.bottom
    }
}
