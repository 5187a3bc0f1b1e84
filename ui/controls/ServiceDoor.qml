import QtQuick
import ui.theme

// One door of staff's map. One that is too small for a finger is chosen by keys or by its number.
Item {
    id: root

    property string label
    property string condition
    property bool chosen: false
    property bool touched: true         // whether the map is a control
    property string spoken
    readonly property bool large: Math.min(width, height) >= Theme.touch
    signal picked

    LiveDoor {
        anchors.fill: parent
        label: root.label
        condition: root.condition
        chosen: root.chosen
    }
    Touchable {
        id: face

        objectName: "map." + root.label
        visible: root.touched && root.large
        anchors.fill: parent
        spoken: root.spoken
        onClicked: root.picked()

        background: Item {
            FocusRing {
                anchors.margins: -Theme.step * 0.4
                shown: face.visualFocus
            }
        }
    }
    Item {
        id: keyed

        objectName: "map.key." + root.label
        visible: root.touched && !root.large
        activeFocusOnTab: true
        anchors.fill: parent
        Accessible.role: Accessible.Button
        Accessible.name: root.spoken
        Accessible.focusable: true
        Keys.onReturnPressed: event => event.isAutoRepeat || root.picked()
        Keys.onEnterPressed: event => event.isAutoRepeat || root.picked()
        Keys.onSpacePressed: event => event.isAutoRepeat || root.picked()

        FocusRing {
            anchors.margins: -Theme.step * 0.4
            shown: keyed.activeFocus
        }
    }
}
