pragma ComponentBehavior: Bound

import QtQuick
import ui.theme

// What was typed so far: always left to right, with room between the signs.
Rectangle {
    id: root

    property string code
    property int length: 0              // how many signs are wanted; 0 is any number
    readonly property string signs: Theme.masked ? "•".repeat(code.length) : code
    readonly property real most: (width - 2 * Theme.inset) / Math.max(1, code.length) / 0.78
    readonly property real size: Math.min(Theme.digit * (Theme.portrait ? 1.15 : 1), most)

    implicitHeight: Theme.digit * (Theme.portrait ? 1.75 : 1.3)
    radius: Theme.radius
    color: Theme.colors.card
    border.width: Theme.rule
    border.color: Theme.colors.ink
    Accessible.role: Accessible.EditableText
    Accessible.name: length ? qsTr("%1 of %2 typed").arg(code.length).arg(length) : qsTr("Signs typed: %1").arg(code.length)

    Row {
        visible: root.length === 0
        LayoutMirroring.enabled: false
        anchors.centerIn: parent
        spacing: Theme.step

        Words {
            text: root.signs
            bold: true
            wrapMode: Text.NoWrap
            font.pixelSize: root.size
            font.letterSpacing: root.size * 0.12
            font.features: {
                "tnum": 1
            }
            Accessible.ignored: true
        }
        Rectangle {
            width: Theme.rule
            height: Theme.digit
            color: Theme.colors.ink
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    Row {
        visible: root.length > 0
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true
        anchors.centerIn: parent
        spacing: Theme.digit * 0.5

        Repeater {
            model: root.length

            Item {
                id: slot

                required property int index

                width: Theme.digit * 1.1
                height: root.height * 0.72

                Words {
                    anchors.centerIn: parent
                    text: root.signs.charAt(slot.index)
                    bold: true
                    font.pixelSize: Theme.digit * (Theme.portrait ? 1.15 : 1)
                    Accessible.ignored: true
                }
                Rectangle {
                    width: parent.width
                    height: slot.index === root.code.length ? Theme.rule * 2 : Theme.hair
                    color: slot.index === root.code.length ? Theme.colors.ink : Theme.colors.edge
                    anchors.bottom: parent.bottom
                }
            }
        }
    }
}
