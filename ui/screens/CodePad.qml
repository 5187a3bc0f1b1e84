import QtQuick
import KioskCore
import ui.controls
import ui.theme

// Field, keys and Open: stacked, beside each other for a low reach, or with the letters all across.
Item {
    id: root

    required property TypingViewModel vm
    required property string title
    required property string typed
    property bool letters: false
    property bool turns: true
    property bool plus: false
    property string goText: qsTr("Open")
    property int length: 0
    property real wallWish: 0.45
    readonly property alias go: go
    readonly property bool low: Theme.low && Theme.portrait
    readonly property bool across: letters && !Theme.portrait       // letters need the whole width
    readonly property real wallShare: across ? 0 : wallWish
    readonly property real half: (width - Theme.gap * 1.5) * 0.44

    readonly property bool aside: low && !letters                   // keys beside the field
    readonly property bool beside: !Theme.portrait && !letters      // Open beside the keys
    readonly property real seam: Theme.gap * 1.5

    Words {
        id: say

        visible: root.across
        text: root.title
        width: visible ? root.width * 0.5 : 0
        height: field.height
        verticalAlignment: Text.AlignVCenter
        anchors.left: parent.left
        bold: true
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.least
        lineHeight: 0.84
        font.pixelSize: Theme.act
    }
    CodeField {
        id: field

        objectName: "keypad.field"
        anchors.left: root.across ? say.right : parent.left
        anchors.leftMargin: root.across ? root.seam : 0
        anchors.top: parent.top
        width: root.low ? root.half : root.width - (root.across ? say.width + root.seam : 0)
        code: root.typed
        length: root.length
    }
    Keypad {
        id: pad

        objectName: "keypad"
        letters: root.letters
        turns: root.turns
        plus: root.plus
        letterColumns: root.low ? 10 : Theme.portrait ? 7 : 9
        anchors.left: root.aside ? field.right : parent.left
        anchors.leftMargin: root.aside ? root.seam : 0
        anchors.right: root.beside ? go.left : parent.right
        anchors.rightMargin: root.beside ? Theme.gap : 0
        anchors.top: root.aside ? parent.top : field.bottom
        anchors.topMargin: root.aside ? 0 : root.seam
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.portrait && !root.low ? go.height + root.seam : 0
        onPressed: sign => root.vm.press(sign)
        onErased: root.vm.erase()
        onTurned: root.vm.turn()
    }
    DoorButton {
        id: go

        objectName: "keypad.enter"
        primary: true
        upright: root.beside
        text: root.goText
        x: !root.across && root.aside !== Theme.mirrored ? 0 : root.width - width
        y: root.low && root.letters ? 0 : root.low ? field.height + Theme.gap : root.height - height
        width: root.aside ? root.half : root.low ? root.width - root.half - root.seam : Theme.portrait ? root.width : root.letters ? root.width - pad.keyWidth - Theme.gap : 30 * Theme.mm
        height: root.low && root.letters ? field.height : root.low ? root.height - field.height - Theme.gap : Theme.portrait ? 34 * Theme.mm : root.letters ? pad.keyHeight : pad.height
        onClicked: root.vm.enter()
    }
}
