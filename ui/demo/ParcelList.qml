pragma ComponentBehavior: Bound

import QtQuick
import KioskDemo
import ui.theme

// Parcels people may come for, each with its code, in columns; what finds no room is scrolled to.
Flickable {
    id: root

    required property CornerViewModel corner
    property int columns: 1
    property int first: 0               // those before it stand elsewhere
    readonly property int count: cards.count
    property int end: count       // and from here on, too
    readonly property real cardWidth: Math.floor((width - (columns - 1) * Theme.gap) / columns)
    // Cards come one after the other, and none says so: whoever measures them reads this.
    property int made: 0
    readonly property list<point> places: place(end)
    readonly property int fits: whole()     // the first one that would not be seen whole

    function high(index: int): real {
        const card = root.made > 0 ? cards.itemAt(index) : null;
        return card ? card.implicitHeight : 0;
    }
    // Each goes where there is most room yet.
    function place(end: int): list<point> {
        const used = Array(root.columns).fill(0);
        const found = [];
        for (let i = root.first; i < end; i++) {
            const column = used.indexOf(Math.min(...used));
            found.push(Qt.point(column * (root.cardWidth + Theme.gap), used[column]));
            used[column] += high(i) + Theme.step;
        }
        return found;
    }
    function whole(): int {
        const all = place(cards.count);
        const over = all.findIndex((one, i) => one.y + high(root.first + i) > root.height);
        return over < 0 ? cards.count : root.first + over;
    }

    clip: true
    boundsBehavior: Flickable.StopAtBounds
    contentHeight: places.reduce((most, one, i) => Math.max(most, one.y + high(root.first + i)), 0)

    Repeater {
        id: cards

        model: root.corner.parcels
        onItemAdded: root.made++

        ParcelCard {
            required property int index
            required property string parcelId
            readonly property bool here: index >= root.first && index < root.end
            required label
            required stored
            required typed
            required datum
            required note
            required title

            visible: here
            x: here ? root.places[index - root.first]?.x ?? 0 : 0
            y: here ? root.places[index - root.first]?.y ?? 0 : 0
            width: root.cardWidth
            held: root.corner.held === parcelId
            onAsked: held ? root.corner.lower() : root.corner.holdUp(index)
        }
    }
    Rectangle {
        visible: root.contentHeight > root.height
        parent: root
        width: Theme.hair
        height: root.height * root.visibleArea.heightRatio
        y: root.height * root.visibleArea.yPosition
        anchors.right: parent.right
        color: Theme.colors.edge
    }
}
