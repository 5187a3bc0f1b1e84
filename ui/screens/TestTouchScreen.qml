pragma ComponentBehavior: Bound

import QtQuick
import KioskCore
import ui.controls
import ui.theme

// Fields over the whole glass, the bar's place included; each goes dark once it was touched.
Stage {
    id: root

    required property TestTouchViewModel vm
    readonly property real across: width / vm.columns
    readonly property real down: height / vm.rows
    readonly property bool whole: vm.percent === 100

    function cover() {
        if (root.vm)
            root.vm.cover(root.width / Theme.mm, root.height / Theme.mm);
    }
    function isMiddle(column: int, row: int): bool {
        return Math.abs(column - (root.vm.columns - 1) / 2) <= 1 && Math.abs(row - (root.vm.rows - 1) / 2) <= 1;
    }
    function feel(x: real, y: real) {
        const column = Math.floor(x / root.across);
        const row = Math.floor(y / root.down);
        const inside = column >= 0 && row >= 0 && column < root.vm.columns && row < root.vm.rows;
        if (inside && !root.isMiddle(column, row))
            root.vm.touch(column, row);
    }
    function edge(name: string): string {
        return ({
                top: qsTr("top"),
                bottom: qsTr("bottom"),
                left: qsTr("left"),
                right: qsTr("right")
            })[name] ?? name;
    }

    share: 0
    bare: true
    primary: done
    wayBack: qsTr("Back")
    onBack: root.vm.back()
    onWidthChanged: root.cover()
    onHeightChanged: root.cover()
    Component.onCompleted: root.cover()

    Item {
        parent: root
        anchors.fill: parent
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        MouseArea {
            anchors.fill: parent
            onPressed: mouse => root.feel(mouse.x, mouse.y)
            onPositionChanged: mouse => root.feel(mouse.x, mouse.y)
        }
        Repeater {
            model: root.vm.columns * root.vm.rows

            Rectangle {
                id: field

                required property int index
                readonly property int column: index % root.vm.columns
                readonly property int row: Math.floor(index / root.vm.columns)
                readonly property bool felt: root.vm.touched.includes(index)

                objectName: "touch.field." + column + "." + row
                visible: !root.isMiddle(column, row)
                x: column * root.across
                y: row * root.down
                width: root.across
                height: root.down
                color: felt ? Theme.colors.main : Theme.colors.card
                border.width: Theme.hair
                border.color: Theme.colors.edge
                Accessible.role: Accessible.Graphic
                Accessible.name: felt ? qsTr("Field %1, touched").arg(index + 1) : qsTr("Field %1").arg(index + 1)

                Icon {
                    anchors.centerIn: parent
                    name: field.felt ? "ok" : "empty"
                    size: Theme.icon
                    weight: 4
                    color: field.felt ? Theme.colors.onMain : Theme.colors.edge
                }
            }
        }
        Item {
            x: Math.round((root.vm.columns - 3) / 2) * root.across + Theme.inset
            y: Math.round((root.vm.rows - 3) / 2) * root.down + Theme.gap
            width: 3 * root.across - 2 * Theme.inset
            height: 3 * root.down - 2 * Theme.gap
            LayoutMirroring.enabled: Theme.mirrored
            LayoutMirroring.childrenInherit: true

            Column {
                width: parent.width
                spacing: Theme.gap

                Words {
                    width: parent.width
                    text: root.whole ? qsTr("The glass feels every field") : qsTr("Touch every field")
                    bold: true
                    font.pixelSize: Theme.act
                    Accessible.role: Accessible.Heading
                }
                Words {
                    width: parent.width
                    text: qsTr("%1 % touched").arg(root.vm.percent)
                    bold: true
                    font.pixelSize: Theme.body
                }
                Words {
                    width: parent.width
                    visible: !root.whole
                    text: root.vm.silent.length > 0 ? qsTr("Still open along: %1").arg(root.vm.silent.map(root.edge).join(qsTr(", "))) : qsTr("All edges are felt.")
                    font.pixelSize: Theme.small
                    color: Theme.colors.soft
                }
            }
            DoorButton {
                id: done

                objectName: "touch.done"
                primary: true
                text: qsTr("Finish")
                size: Theme.act
                width: parent.width
                height: Theme.portrait ? 36 * Theme.mm : 21 * Theme.mm
                anchors.bottom: parent.bottom
                onClicked: root.vm.finish()
            }
        }
    }
}
