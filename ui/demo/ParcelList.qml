pragma ComponentBehavior: Bound

import QtQuick
import KioskDemo
import ui.theme

// The parcels people may come for, each with its code.
ListView {
    id: root

    required property CornerViewModel corner

    clip: true
    spacing: Theme.step
    boundsBehavior: Flickable.StopAtBounds
    model: corner.parcels

    delegate: ParcelCard {
        required property int index
        required property string parcelId
        required label
        required stored
        required typed
        required datum
        required note
        required title

        width: root.width
        held: root.corner.held === parcelId
        onAsked: held ? root.corner.lower() : root.corner.holdUp(index)
    }
}
