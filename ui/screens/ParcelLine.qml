import QtQuick
import ui.controls
import ui.theme

// One parcel: its door as a plate, the end of its number, its size, and what is to be said of it.
Touchable {
    id: root

    required property string door       // empty when it has none
    required property string parcel
    required property string size
    required property string says
    property string glyph
    property bool good: true
    property bool judged: true          // what is said is good or bad, else only what is to be done
    property bool acts: false           // whether a touch opens its door

    readonly property color tone: !judged ? Theme.colors.ink : good ? Theme.colors.good : Theme.colors.bad
    readonly property real letters: Theme.portrait ? Theme.body * 0.94 : Theme.small

    implicitHeight: (Theme.portrait ? 24 : 15.4) * Theme.mm
    enabled: acts
    padding: 0
    spoken: [root.door, root.parcel, root.size, root.says].filter(one => one !== "").join(", ")
    Accessible.role: acts ? Accessible.Button : Accessible.ListItem

    background: Rectangle {
        color: root.down ? Theme.colors.sill : "transparent"

        Rectangle {
            width: parent.width
            height: Theme.hair * 0.6
            color: Theme.colors.edge
            anchors.bottom: parent.bottom
        }
        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        Rectangle {
            id: plate

            width: Math.max(22 * Theme.mm, label.implicitWidth + Theme.gap * 2)
            height: parent.height - Theme.gap * 1.2
            color: root.door ? Theme.colors.wall : "transparent"
            border.width: Theme.hair
            border.color: root.door && Theme.mode === "light" ? Theme.colors.wall : Theme.colors.edge
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter

            Words {
                id: label

                anchors.centerIn: parent
                text: root.door || "–"
                bold: true
                wrapMode: Text.NoWrap
                font.pixelSize: root.door.length > 4 ? Theme.small : Theme.body
                color: root.door ? Theme.colors.lamp : Theme.colors.soft
                Accessible.ignored: true
            }
        }
        Item {
            id: column

            // Sizes stand below each other, however long the number before them is.
            width: Math.max(number.implicitWidth, Theme.portrait ? root.width * 0.44 - plate.width - anchors.leftMargin : 0)
            height: parent.height
            anchors.left: plate.right
            anchors.leftMargin: Theme.portrait ? Theme.inset : Theme.gap * 1.3
        }
        Words {
            id: number

            text: "\u2066…\u00a0" + root.parcel + "\u2069"
            wrapMode: Text.NoWrap
            font.pixelSize: root.letters
            font.features: {
                "tnum": 1
            }
            anchors.left: column.left
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
        Words {
            id: size

            visible: Theme.portrait || root.door.length <= 4
            text: root.size
            bold: true
            wrapMode: Text.NoWrap
            font.pixelSize: root.letters
            anchors.left: column.right
            anchors.leftMargin: Theme.gap * 1.3
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
        Words {
            text: root.says
            bold: root.judged
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.least
            maximumLineCount: 2
            height: parent.height
            lineHeight: 0.86
            font.pixelSize: root.letters
            color: root.tone
            horizontalAlignment: Text.AlignRight
            verticalAlignment: Text.AlignVCenter
            anchors.left: size.visible ? size.right : column.right
            anchors.leftMargin: Theme.gap
            anchors.right: sign.visible ? sign.left : parent.right
            anchors.rightMargin: sign.visible ? Theme.gap : 0
            Accessible.ignored: true
        }
        Icon {
            id: sign

            visible: root.glyph !== ""
            name: root.glyph || "empty"
            turns: ["dropoff", "pickup"].includes(root.glyph)
            size: root.letters * 1.1
            weight: 3.8
            color: root.tone
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
