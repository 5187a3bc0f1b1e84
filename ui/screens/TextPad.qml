import QtQuick
import KioskCore
import ui.controls
import ui.theme

// A line of text and its keyboard. Upright the words stand on the wall; across there is none.
Item {
    id: root

    required property StaffTypingViewModel vm
    required property string title
    required property string typed
    property string language: "en"
    property string objection
    property bool secret: false
    property bool bare: false
    property bool plain: false
    property bool turns: false
    property string goText
    property string about               // which line it is: each begins with fresh keys
    property bool own: false            // whether it begins with the letters of the language
    readonly property alias go: go
    readonly property bool across: !Theme.portrait
    readonly property real wallShare: across ? 0 : Theme.low ? 0.56 : 0.5
    readonly property real seam: Theme.gap
    readonly property real strip: across ? 20.2 * Theme.mm : 26 * Theme.mm

    onAboutChanged: keys.begin(root.own)
    onOwnChanged: keys.begin(root.own)
    Component.onCompleted: keys.begin(root.own)

    Words {
        id: say

        visible: root.across
        text: root.objection || root.title
        color: root.objection ? Theme.colors.bad : Theme.colors.ink
        width: visible ? root.width * 0.28 : 0
        height: root.strip
        verticalAlignment: Text.AlignVCenter
        anchors.left: parent.left
        bold: true
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.least * 0.86
        lineHeight: 0.86
        font.pixelSize: Theme.small
    }
    EntryField {
        id: field

        objectName: "keypad.field"
        anchors.left: root.across ? say.right : parent.left
        anchors.leftMargin: root.across ? root.seam : 0
        anchors.right: show.visible ? show.left : root.across ? go.left : parent.right
        anchors.rightMargin: show.visible || root.across ? root.seam : 0
        height: root.strip
        line: root.typed
    }
    TextKey {
        id: show

        objectName: "keyboard.show"
        visible: root.secret
        glyph: "eye"
        on: root.bare
        spoken: root.bare ? qsTr("Hide what is typed") : qsTr("Show what is typed")
        anchors.right: root.across ? go.left : parent.right
        anchors.rightMargin: root.across ? root.seam : 0
        width: root.across ? 16 * Theme.mm : 26 * Theme.mm
        height: root.strip
        onClicked: root.vm.toggle()
    }
    TextKeyboard {
        id: keys

        objectName: "keyboard"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: field.bottom
        anchors.topMargin: root.seam
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.across ? 0 : go.height + root.seam
        language: root.language
        plain: root.plain
        turns: root.turns
        onPressed: sign => root.vm.press(sign)
        onErased: root.vm.erase()
        onTurned: root.vm.turn()
    }
    DoorButton {
        id: go

        objectName: "keyboard.enter"
        primary: true
        text: root.goText
        size: root.across ? Theme.body : Theme.act
        x: Theme.mirrored ? 0 : root.width - width
        y: root.across ? 0 : root.height - height
        width: root.across ? 52 * Theme.mm : root.width
        height: root.across ? root.strip : 30 * Theme.mm
        onClicked: root.vm.enter()
    }
}
