import QtQuick
import ui.theme

// Time left in words, digits and as a bar.
Item {
    id: root

    required property Countdown time
    property string text

    implicitHeight: digits.height + bar.height + Theme.step
    Accessible.role: Accessible.StaticText
    Accessible.name: text + " " + time.digits

    Words {
        text: root.text
        color: Theme.colors.soft
        anchors.left: parent.left
        anchors.verticalCenter: digits.verticalCenter
        Accessible.ignored: true
    }
    Words {
        id: digits

        text: root.time.digits
        bold: true
        font.pixelSize: Theme.act
        font.features: {
            "tnum": 1
        }
        anchors.right: parent.right
        Accessible.ignored: true
    }
    TimeBar {
        id: bar

        width: parent.width
        anchors.bottom: parent.bottom
        share: root.time.share
        color: Theme.colors.ink
    }
}
