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
        anchors.bottom: more.top
        anchors.bottomMargin: Theme.gap
        model: root.rows

        Fact {
            required property int index
            required property string label
            required property string finding

            visible: sheet.shows(index)
            width: sheet.width
            name: qsTr("Door %1").arg(label)
            value: finding === "missing" ? qsTr("empty, a parcel was expected") : finding === "unknown_parcel" ? qsTr("a parcel nobody knows") : qsTr("not written down")
            bad: true
        }
    }
    DoorButton {
        id: more

        objectName: "list.more"
        visible: sheet.pages > 1
        text: qsTr("Page %1 of %2").arg(sheet.current + 1).arg(sheet.pages)
        glyph: "next"
        tile: false
        size: Theme.small
        width: parent.width
        height: Theme.touch
        anchors.bottom: parent.bottom
        onClicked: sheet.page = sheet.current + 1
    }
}
