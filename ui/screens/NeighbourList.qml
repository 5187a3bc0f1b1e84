pragma ComponentBehavior: Bound

import QtQuick
import KioskCore
import ui.controls
import ui.theme

// The nearest other lockers, as many as there is room for.
Column {
    id: root

    required property RowsModel nearest
    required property real room
    readonly property int most: Theme.portrait ? 3 : 2
    readonly property int count: Math.max(1, Math.min(most, nearest.count))

    spacing: Theme.gap

    Repeater {
        model: root.nearest

        NeighbourCard {
            required property int index
            required property int metres
            required property string kilometres

            visible: index < root.most
            width: root.width
            most: (root.room - (root.count - 1) * root.spacing) / root.count
            far: metres < 1000 ? qsTr("%1 m away").arg(metres) : qsTr("%1 km away").arg(kilometres)
        }
    }
}
