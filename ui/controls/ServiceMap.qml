pragma ComponentBehavior: Bound

import QtQuick
import ui.theme

// The bank with every door's condition, and what the signs mean with how many there are.
Item {
    id: root

    required property QtObject doors    // rows with label, across, below, wide, tall, condition, chosen
    required property var counts
    property real bankWidth: 3150
    property real bankHeight: 1800
    property rect screen
    property bool touched: true
    property bool legends: true
    readonly property real unit: Math.min(width / bankWidth, (height - legend.height - (legends ? Theme.gap * 1.4 : 0)) / bankHeight)
    readonly property real seam: Math.max(2, Math.round(14 * unit))
    readonly property var words: ({
            "open": qsTr("open"),
            "faulty": qsTr("out of use"),
            "silent": qsTr("sensor says nothing"),
            "check": qsTr("to check"),
            "parcel": qsTr("full"),
            "held": qsTr("reserved"),
            "free": qsTr("free")
        })
    signal picked(string label)

    Flow {
        id: legend

        visible: root.legends
        width: parent.width
        height: visible ? implicitHeight : 0
        spacing: Theme.portrait ? Theme.gap * 2.4 : Theme.gap * 1.5

        Repeater {
            model: ["free", "held", "parcel", "open", "faulty", "silent", "check"]

            Legend {
                required property string modelData
                readonly property int count: root.counts[modelData] ?? 0

                visible: count > 0
                condition: modelData
                //: how many doors, and how they are: "3 free"
                text: qsTr("%1 %2").arg(count).arg(root.words[modelData])
            }
        }
    }
    Item {
        id: bank

        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true
        width: root.bankWidth * root.unit
        height: root.bankHeight * root.unit
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom

        Rectangle {
            visible: root.screen.width > 0
            x: (root.screen.x + root.screen.width * 0.19) * root.unit
            y: (root.screen.y + root.screen.height * 0.14) * root.unit
            width: root.screen.width * root.unit * 0.62
            height: root.screen.height * root.unit * 0.72
            radius: Theme.radius * 0.5
            color: Theme.colors.onWall

            Rectangle {
                width: parent.width
                height: parent.height * 0.42
                radius: parent.radius
                color: Theme.colors.doorEdge
            }
        }
        Repeater {
            model: root.doors

            ServiceDoor {
                required property int across
                required property int below
                required property int wide
                required property int tall
                required label
                required chosen
                required condition

                x: Math.round(across * root.unit + root.seam / 2)
                y: Math.round(below * root.unit + root.seam / 2)
                z: chosen ? 2 : 0
                width: Math.round((across + wide) * root.unit - root.seam / 2) - x
                height: Math.round((below + tall) * root.unit - root.seam / 2) - y
                touched: root.touched
                spoken: qsTr("Door %1, %2").arg(label).arg(root.words[condition] ?? "")
                onPicked: root.picked(label)
            }
        }
    }
}
