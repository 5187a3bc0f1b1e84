import QtQuick
import QtQuick.Shapes
import ui.theme

// One door as staff's map draws it: each condition has a sign of its own, none goes by colour alone.
Item {
    id: root

    property string label
    property string condition           // free, held, parcel, open, faulty, silent, check; "" not read yet
    property bool chosen: false
    readonly property bool open: condition === "open"
    readonly property bool faulty: condition === "faulty"
    readonly property bool filled: condition === "parcel" || condition === ""
    readonly property string sign: ({
            "open": "dooropen",
            "parcel": "parcel",
            "check": "question",
            "silent": "warn",
            "held": "clock"
        })[condition] ?? ""
    readonly property color ink: open ? Theme.colors.onLamp : Theme.colors.onWall

    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        radius: Math.min(Theme.radius * 0.4, height * 0.06)
        antialiasing: true
        color: root.open ? Theme.colors.lamp : root.filled ? Theme.colors.door : "transparent"
        border.width: root.open ? 0 : root.faulty ? Theme.rule : root.filled ? (Theme.mode === "contrast" ? 2 : 0) : Theme.hair
        border.color: root.faulty ? Theme.colors.badOnWall : Theme.colors.doorEdge
    }
    // out of use: crossed beside its number
    Shape {
        visible: root.faulty
        antialiasing: true

        ShapePath {
            strokeWidth: Theme.rule
            strokeColor: Theme.colors.badOnWall
            fillColor: "transparent"
            startX: digits.visible ? root.width * 0.46 : 0
            startY: 0
            PathLine {
                x: root.width
                y: root.height
            }
            PathMove {
                x: digits.visible ? root.width * 0.46 : 0
                y: root.height
            }
            PathLine {
                x: root.width
                y: 0
            }
        }
    }
    Words {
        id: digits

        visible: root.label !== "" && font.pixelSize > 3.4 * Theme.mm
        text: root.label
        x: root.width * 0.08
        anchors.verticalCenter: parent.verticalCenter
        bold: root.open
        wrapMode: Text.NoWrap
        font.pixelSize: Math.min(root.height * 0.8, root.width * 0.72 / Math.max(2, root.label.length), 6.8 * Theme.mm)
        color: root.ink
        Accessible.ignored: true
    }
    Icon {
        visible: root.sign !== ""
        name: root.sign || "empty"
        size: Math.min(root.height * 0.7, root.width * (digits.visible ? 0.26 : 0.6), 9 * Theme.mm)
        weight: 3.4
        color: root.ink
        x: digits.visible ? root.width * 0.94 - width : (root.width - width) / 2
        anchors.verticalCenter: parent.verticalCenter
    }
    Rectangle {
        visible: root.chosen
        anchors.fill: parent
        anchors.margins: -Theme.rule * 1.3
        radius: Theme.radius
        color: "transparent"
        border.width: Theme.rule * 1.2
        border.color: Theme.colors.lamp
    }
}
