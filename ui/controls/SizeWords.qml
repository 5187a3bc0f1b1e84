import QtQuick

// One size in words: how many are free, how large it is inside, what fits.
QtObject {
    id: root

    required property int free
    required property int high          // centimetres inside
    required property int wide
    required property int deep
    required property string thing
    property bool brief: false          // where there is no room to say which is which
    readonly property string freeWords: qsTr("Free: %1").arg(free)
    readonly property string highWords: brief ? qsTr("%1 cm").arg(high) : qsTr("%1 cm high").arg(high)
    readonly property string floorWords: brief ? qsTr("%1 × %2").arg(wide).arg(deep) : qsTr("%1 × %2 cm").arg(wide).arg(deep)
    readonly property string thingWords: ({
            "letters": qsTr("Letters"),
            "books": qsTr("Books"),
            "shoes": qsTr("Shoes"),
            "bottles": qsTr("Bottles"),
            "suitcase": qsTr("Suitcase")
        })[thing] ?? " "
}
