import QtQuick

// A list that may be longer than the screen: as many rows as fit, the others on further pages.
Item {
    id: root

    property alias model: rows.model
    default property alias delegate: rows.delegate
    property int page: 0
    property real spacing: 0
    readonly property int pages: starts.length
    readonly property int current: pages > 0 ? page % pages : 0
    readonly property list<int> starts: split()

    function shows(index: int): bool {
        const end = current + 1 < starts.length ? starts[current + 1] : rows.count;
        return index >= starts[current] && index < end;
    }
    function split(): list<int> {
        const found = [0];
        let used = 0;
        for (let i = 0; i < rows.count; i++) {
            const row = rows.itemAt(i);
            const high = row ? row.implicitHeight + root.spacing : 0;
            if (used > 0 && used + high > root.height + root.spacing) {
                found.push(i);
                used = 0;
            }
            used += high;
        }
        return found;
    }

    Column {
        width: parent.width
        spacing: root.spacing

        Repeater {
            id: rows
        }
    }
}
