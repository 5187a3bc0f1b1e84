import QtQuick
import ui.theme

// A list that may be longer than the screen: as many rows as fit, the others on further pages.
Item {
    id: root

    property alias model: rows.model
    default property alias delegate: rows.delegate
    property alias turner: turner
    property int page: 0
    property bool turns: true           // whether the way to the other pages is here
    property real spacing: 0
    readonly property int pages: starts.length
    readonly property int current: pages > 0 ? page % pages : 0
    readonly property bool paged: height > 0 && tall() > height + spacing
    readonly property real room: paged && turns ? height - turner.height - Theme.gap : height
    readonly property list<int> starts: split()
    // Rows come one after the other, and none says so: whoever measures them reads this.
    property int rowsMade: 0
    signal turned(int page)

    function shows(index: int): bool {
        const end = current + 1 < starts.length ? starts[current + 1] : rows.count;
        return index >= starts[current] && index < end;
    }
    function high(index: int): real {
        const row = rowsMade > 0 ? rows.itemAt(index) : null;
        return row ? row.implicitHeight + root.spacing : 0;
    }
    function tall(): real {
        let used = 0;
        for (let i = 0; i < rows.count; i++)
            used += high(i);
        return used;
    }
    function split(): list<int> {
        const found = [0];
        let used = 0;
        for (let i = 0; i < rows.count; i++) {
            const more = high(i);
            if (used > 0 && used + more > root.room + root.spacing) {
                found.push(i);
                used = 0;
            }
            used += more;
        }
        return found;
    }

    Column {
        width: parent.width
        spacing: root.spacing

        Repeater {
            id: rows

            onItemAdded: root.rowsMade++
        }
    }
    PageTurn {
        id: turner

        visible: shown && root.turns
        current: root.current
        pages: root.pages
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        onTurned: page => root.turned(page)
    }
}
