import QtQuick
import ui.controls
import ui.theme

// One parcel: what its person came for, the code to type, and the phone to hold up.
Rectangle {
    id: root

    property string label
    property bool stored: false
    property string typed
    property string datum
    property bool held: false

    signal asked

    implicitHeight: Math.max(words.implicitHeight, act.implicitHeight) + 2 * Theme.step
    color: Theme.colors.card
    border.width: 1
    border.color: held ? Theme.colors.lampShade : Theme.colors.sill

    Icon {
        id: way

        name: root.stored ? "pickup" : "dropoff"
        size: Theme.small * 1.5
        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
    }
    Column {
        id: words

        anchors.left: way.right
        anchors.right: act.left
        anchors.margins: Theme.gap
        anchors.verticalCenter: parent.verticalCenter

        Words {
            text: (root.stored ? "Pick up, door " : "Drop off, door ") + root.label
            bold: true
            width: parent.width
            wrapMode: Text.NoWrap
            font.pixelSize: Theme.small
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small * 0.75
        }
        Words {
            text: "type " + root.typed + ", then " + root.datum
            width: parent.width
            font.pixelSize: Theme.small
            color: Theme.colors.soft
        }
    }
    DemoButton {
        id: act

        objectName: "demo.hold." + root.label
        text: root.held ? "Take away" : "Hold up"
        lit: root.held
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        onClicked: root.asked()
    }
}
