import QtQuick
import ui.theme

// One size: its name, what it costs, and its compartment with something everyone knows inside.
Touchable {
    id: root

    required property string name
    required property string price
    required property int free
    required property int high          // centimetres inside
    required property int wide
    required property int deep
    required property string thing
    property real unit: 4               // pixels in a centimetre, the same for all sizes
    readonly property SizeWords words: SizeWords {
        free: root.free
        high: root.high
        wide: root.wide
        deep: root.deep
        thing: root.thing
        brief: root.availableWidth < 36 * Theme.mm
    }

    padding: Theme.portrait ? Theme.inset * 0.7 : Theme.gap
    spoken: [name, price, words.freeWords, words.highWords, words.floorWords, words.thingWords].filter(one => one).join(", ")

    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.colors.sill : Theme.colors.card
        border.width: Theme.hair
        border.color: Theme.colors.edge

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        Column {
            anchors.left: parent.left
            anchors.right: parent.right
            spacing: Theme.step * 0.6

            TileLine {
                text: root.name
                bold: true
                font.pixelSize: Theme.title * (Theme.portrait ? 1.3 : 0.95)
                lineHeight: 0.9
            }
            TileLine {
                visible: text !== ""
                text: root.price
                bold: true
                font.pixelSize: Theme.portrait ? Theme.body : Theme.small
            }
            TileLine {
                text: root.words.freeWords
                font.pixelSize: Theme.small
                color: Theme.colors.soft
            }
        }
        // the compartment as one looks into it, all on the same ground
        Rectangle {
            objectName: "size.picture"
            width: root.wide * root.unit
            height: root.high * root.unit
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: lines.top
            anchors.bottomMargin: Theme.gap
            color: Theme.colors.lamp
            border.width: Theme.rule
            border.color: Theme.mode === "light" ? Theme.colors.ink : Theme.colors.onWall

            ThingFigure {
                thing: root.thing
                unit: root.unit
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.rule
            }
        }
        Column {
            id: lines

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom

            TileLine {
                text: root.words.highWords
                bold: true
                font.pixelSize: Theme.portrait ? Theme.body : Theme.small
            }
            TileLine {
                text: root.words.floorWords
                font.pixelSize: Theme.small
            }
            TileLine {
                visible: Theme.portrait
                text: root.words.thingWords
                font.pixelSize: Theme.small
                color: Theme.colors.soft
            }
        }
    }

    component TileLine: Words {
        width: parent?.width ?? 0
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.least
        Accessible.ignored: true
    }
}
