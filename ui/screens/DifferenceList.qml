pragma ComponentBehavior: Bound

import QtQuick
import KioskCore
import ui.controls
import ui.theme

// What was found otherwise than expected; each was recorded when it was said.
Item {
    id: root

    required property RowsModel rows
    property string none
    property alias turner: sheet.turner

    Words {
        id: head

        text: root.rows.count > 0 ? qsTr("Found otherwise: %1").arg(root.rows.count) : root.none
        visible: text !== ""
        bold: true
        width: parent.width
    }
    Sheet {
        id: sheet

        visible: root.rows.count > 0
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap
        anchors.bottom: parent.bottom
        onTurned: page => sheet.page = page
        model: root.rows

        Fact {
            required property int index
            required property string label
            required property string finding

            visible: sheet.shows(index)
            width: sheet.width
            name: qsTr("Door %1").arg(label)
            value: finding === "missing" ? qsTr("parcel missing") : finding === "unknown_parcel" ? qsTr("parcel unknown") : qsTr("not written down")
            bad: true
        }
    }
}
