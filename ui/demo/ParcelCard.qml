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
    property string note
    property string title
    property bool held: false

    signal asked

    implicitHeight: Math.max(words.implicitHeight, act.implicitHeight) + about.height + 2 * Theme.step
    color: Theme.colors.card
    border.width: 1
    border.color: held ? Theme.colors.lampShade : Theme.colors.sill

    Icon {
        id: way

        name: root.stored ? "pickup" : "dropoff"
        size: Theme.small * 1.5
        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.verticalCenter: words.verticalCenter
    }
    Column {
        id: words

        anchors.left: way.right
        anchors.right: act.left
        anchors.margins: Theme.gap
        anchors.top: parent.top
        anchors.topMargin: Theme.step

        Words {
            text: root.title || (root.stored ? "Pick up" : "Drop off") + (root.label ? ", door " + root.label : "")
            bold: true
            width: parent.width
            wrapMode: Text.NoWrap
            font.pixelSize: Theme.small
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small * 0.75
        }
        Words {
            text: root.typed ? "type " + root.typed + (root.datum ? ", then " + root.datum : "") : "hold it up"
            width: parent.width
            font.pixelSize: Theme.small
            color: Theme.colors.soft
        }
    }
    DemoButton {
        id: act

        objectName: root.visible ? "demo.hold." + (root.label || (root.title ? "courier" : "none")) : ""
        text: root.held ? "Take away" : "Hold up"
        lit: root.held
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: words.verticalCenter
        onClicked: root.asked()
    }
    Words {
        id: about

        visible: root.note
        height: root.note ? implicitHeight : 0
        text: root.note
        anchors.left: words.left
        anchors.right: act.right
        anchors.top: words.bottom
        font.pixelSize: Theme.small
    }
}
