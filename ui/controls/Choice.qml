import QtQuick

// One way on: the objectName of its button, its picture and its words.
QtObject {
    required property string name
    required property string glyph
    required property string text
    property bool main: false           // the primary act of its screen
}
