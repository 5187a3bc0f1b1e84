import QtQuick
import QtQuick.Layouts
import ui.theme

// The same at the foot of every screen: way back, language, help, accessibility; on Home privacy and
// the way in for staff as well.
Rectangle {
    id: root

    property string wayBack
    property string otherLanguage
    property bool helps: true
    property bool access: false
    property bool tells: false
    property bool staffed: false        // whether couriers and technicians get in here
    readonly property bool spread: wayBack === ""
    signal back
    signal language
    signal help
    signal accessAsked
    signal privacy
    signal staff

    implicitHeight: Theme.bar
    color: Theme.colors.sill
    LayoutMirroring.enabled: Theme.mirrored
    LayoutMirroring.childrenInherit: true

    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.colors.edge
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.portrait ? 0 : Theme.step
        anchors.rightMargin: Theme.portrait ? 0 : Theme.step
        spacing: 0
        uniformCellSizes: Theme.portrait

        BarButton {
            objectName: "bar.back"
            visible: root.wayBack !== ""
            glyph: "back"
            text: root.wayBack
            Layout.fillWidth: Theme.portrait
            Layout.fillHeight: true
            onClicked: root.back()
        }
        Item {
            visible: !Theme.portrait && !root.spread
            Layout.fillWidth: true
        }
        BarButton {
            objectName: "home.privacy"
            visible: root.tells
            glyph: "eye"
            text: qsTr("Privacy")
            Layout.fillWidth: true
            Layout.fillHeight: true
            onClicked: root.privacy()
        }
        BarButton {
            objectName: "home.staff"
            visible: root.staffed
            glyph: "truck"
            text: qsTr("Staff")
            Layout.fillWidth: true
            Layout.fillHeight: true
            onClicked: root.staff()
        }
        BarButton {
            objectName: "bar.language"
            visible: root.otherLanguage !== ""
            glyph: "language"
            text: root.otherLanguage
            Layout.fillWidth: Theme.portrait || root.spread
            Layout.fillHeight: true
            onClicked: root.language()
        }
        BarButton {
            objectName: "bar.help"
            enabled: root.helps
            glyph: "question"
            text: qsTr("Help")
            Layout.fillWidth: Theme.portrait || root.spread
            Layout.fillHeight: true
            onClicked: root.help()
        }
        BarButton {
            objectName: "bar.access"
            glyph: "access"
            text: qsTr("Accessibility")
            spoken: root.access ? qsTr("Accessibility, on") : qsTr("Accessibility, off")
            on: root.access
            Layout.fillWidth: Theme.portrait || root.spread
            Layout.fillHeight: true
            onClicked: root.accessAsked()
        }
    }
}
