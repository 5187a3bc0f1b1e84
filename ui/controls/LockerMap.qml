pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import ui.theme

// The bank as it stands in front of the person. It is a picture of a thing, so it never mirrors.
Item {
    id: root

    required property QtObject doors    // rows with label, size, across, below, wide, tall
    property real bankWidth: 3150
    property real bankHeight: 1800
    property rect screen
    property list<string> lit
    property string look: "lit"
    property real swing: 0              // how far the lit door stands open
    property bool led: false            // draws the line from the big number to the door
    property bool here: true            // shows where the person stands
    property bool atScreen: false       // the screen itself is what is lit
    property bool hereInWords: true
    property real ledWidth: 0           // how wide the number is that the line underlines
    property real ledRise: Theme.gap
    property MapDoor ledTo: null
    readonly property bool stands: here && screen.width > 0
    readonly property real ledX: ledTo ? bank.x + ledTo.x + ledTo.width / 2 : 0
    readonly property real ledY: ledTo ? bank.y + ledTo.y : 0
    readonly property real unit: Math.min(width / bankWidth, (height - foot) / bankHeight)
    readonly property real foot: stands ? Theme.small * 1.5 : Theme.hair + Theme.rule
    readonly property real seam: Math.max(2, Math.round(14 * unit))

    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    implicitHeight: width / bankWidth * bankHeight + foot

    Item {
        id: bank

        width: root.bankWidth * root.unit
        height: root.bankHeight * root.unit
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.foot

        // the screen of the kiosk
        Rectangle {
            visible: root.screen.width > 0
            x: (root.screen.x + root.screen.width * 0.19) * root.unit
            y: (root.screen.y + root.screen.height * 0.14) * root.unit
            width: root.screen.width * root.unit * 0.62
            height: root.screen.height * root.unit * 0.72
            radius: Theme.radius * 0.5
            color: root.atScreen ? Theme.colors.lamp : Theme.colors.onWall

            Rectangle {
                width: parent.width
                height: parent.height * 0.42
                radius: parent.radius
                color: Theme.colors.doorEdge
            }
        }
        Repeater {
            model: root.doors

            MapDoor {
                required property int across
                required property int below
                required property int wide
                required property int tall
                readonly property bool lowest: below + tall >= root.bankHeight
                readonly property bool chosen: root.lit.includes(label)
                required label

                x: Math.round(across * root.unit + root.seam / 2)
                y: Math.round(below * root.unit + root.seam / 2)
                width: Math.round((across + wide) * root.unit - root.seam / 2) - x
                height: Math.round((below + tall) * root.unit - root.seam / 2) - y
                z: chosen ? 2 : 0
                look: chosen ? root.look : "quiet"
                // Under the lowest doors stands where one is.
                foot: root.stands && lowest ? Theme.step : height
                swing: chosen ? root.swing : 0
                readonly property bool first: root.lit[0] === label
                onFirstChanged: if (first)
                    root.ledTo = this
            }
        }
        Rectangle {
            width: parent.width
            height: Theme.rule
            y: parent.height + Theme.hair
            color: Theme.colors.doorEdge
        }
    }
    Row {
        visible: root.stands
        x: Math.max(0, Math.min(root.width - width, bank.x + (root.screen.x + root.screen.width / 2) * root.unit - width / 2))
        anchors.top: bank.bottom
        anchors.topMargin: Theme.step * 1.2
        spacing: Theme.step

        Icon {
            name: "you"
            size: Theme.small * 0.95
            weight: 4
            color: root.atScreen ? Theme.colors.lamp : Theme.colors.onWall
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            text: qsTr("You are here")
            visible: root.hereInWords
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
            color: Theme.colors.softOnWall
        }
    }
    // from the big number above to its door
    Shape {
        visible: root.led && root.ledTo !== null
        antialiasing: true

        ShapePath {
            strokeColor: Theme.colors.lamp
            strokeWidth: Theme.rule
            fillColor: "transparent"
            joinStyle: ShapePath.MiterJoin
            startX: Theme.mirrored ? Math.min(root.width - root.ledWidth, root.ledX) : 0
            startY: -root.ledRise

            PathLine {
                x: Theme.mirrored ? root.width : Math.max(root.ledWidth, root.ledX)
                y: -root.ledRise
            }
            PathMove {
                x: root.ledX
                y: -root.ledRise
            }
            PathLine {
                x: root.ledX
                y: root.ledY
            }
        }
    }
}
