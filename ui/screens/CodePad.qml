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
    property int length: 0
    property real wallWish: 0.45
    readonly property alias go: go
    readonly property bool low: Theme.low && Theme.portrait
    readonly property bool across: letters && !Theme.portrait       // letters need the whole width
    readonly property real wallShare: across ? 0 : wallWish
    readonly property real half: (width - Theme.gap * 1.5) * 0.44

    Words {
        id: say

        visible: root.across
        text: root.title
        width: visible ? root.width * 0.4 : 0
        height: field.height
        verticalAlignment: Text.AlignVCenter
        bold: true
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.small
        font.pixelSize: Theme.act
    }
    CodeField {
        id: field

        objectName: "keypad.field"
        anchors.left: root.across ? say.right : parent.left
        anchors.top: parent.top
        width: root.low ? root.half : root.width - say.width
        code: root.typed
        length: root.length
    }
    Keypad {
        id: pad

        readonly property bool aside: root.low && !root.letters

        objectName: "keypad"
        letters: root.letters
        turns: root.turns
        letterColumns: root.low ? 10 : Theme.portrait ? 7 : 9
        x: aside !== Theme.mirrored && aside ? root.width - width : !Theme.portrait && !root.letters && Theme.mirrored ? root.width - width : 0
        y: aside ? 0 : field.height + Theme.gap * 1.5
        width: aside ? root.width - root.half - Theme.gap * 1.5 : !Theme.portrait && !root.letters ? root.width - go.width - Theme.gap : root.width
        height: root.height - y - (Theme.portrait && !root.low ? go.height + Theme.gap * 1.5 : 0)
        onPressed: sign => root.vm.press(sign)
        onErased: root.vm.erase()
        onTurned: root.vm.turn()
    }
    DoorButton {
        id: go

        readonly property real key: pad.keyWidth + Theme.gap

        objectName: "keypad.enter"
        primary: true
        upright: !Theme.portrait && !root.letters
        text: qsTr("Open")
        anchors.right: parent.right
        y: root.low && root.letters ? 0 : root.low ? field.height + Theme.gap : Theme.portrait || root.letters ? root.height - height : pad.y
        width: root.low ? root.half : Theme.portrait ? root.width : root.letters ? root.width - key * 1 : 30 * Theme.mm
        height: root.low && root.letters ? field.height : root.low ? root.height - y : Theme.portrait ? 34 * Theme.mm : root.letters ? pad.keyHeight : pad.height
        onClicked: root.vm.enter()
    }
}
