import QtQuick

// Where a door is, in words; columns count from the screen, rows from the nearer end.
QtObject {
    id: root

    required property int side          // -1 left of the screen, 0 its own column, 1 right, 2 no screen
    required property int column
    required property int row
    required property bool fromTop
    required property bool above

    readonly property list<string> columns: [qsTr("first column"), qsTr("second column"), qsTr("third column"), qsTr("fourth column"), qsTr("fifth column"), qsTr("sixth column"), qsTr("seventh column"), qsTr("eighth column")]
    readonly property list<string> fromAbove: [qsTr("at the top"), qsTr("second from the top"), qsTr("third from the top"), qsTr("fourth from the top"), qsTr("fifth from the top"), qsTr("sixth from the top"), qsTr("seventh from the top"), qsTr("eighth from the top")]
    readonly property list<string> fromBelow: [qsTr("at the bottom"), qsTr("second from the bottom"), qsTr("third from the bottom"), qsTr("fourth from the bottom"), qsTr("fifth from the bottom"), qsTr("sixth from the bottom"), qsTr("seventh from the bottom"), qsTr("eighth from the bottom")]
    readonly property string columnWords: columns[column - 1] ?? qsTr("column %1").arg(column)
    readonly property string topWords: fromAbove[row - 1] ?? qsTr("number %1 from the top").arg(row)
    readonly property string bottomWords: fromBelow[row - 1] ?? qsTr("number %1 from the bottom").arg(row)
    readonly property string rowWords: fromTop ? topWords : bottomWords
    readonly property string words: side === -1 ? qsTr("Left of the screen: %1, %2").arg(columnWords).arg(rowWords) : side === 1 ? qsTr("Right of the screen: %1, %2").arg(columnWords).arg(rowWords) : side === 2 ? qsTr("From the left: %1, %2").arg(columnWords).arg(rowWords) : above ? qsTr("Above the screen: %1").arg(rowWords) : qsTr("Below the screen: %1").arg(rowWords)
}
