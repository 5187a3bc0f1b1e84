import QtQuick
import QtQuick.Shapes
import ui.theme

// A thing everyone knows, in centimetres: it stands on its bottom edge, in the middle.
Item {
    id: root

    required property string thing
    required property real unit         // pixels in a centimetre

    width: 1
    height: 1
    Accessible.ignored: true

    Shape {
        antialiasing: true

        ShapePath {
            strokeWidth: -1
            fillColor: Theme.colors.onLamp
            fillRule: ShapePath.OddEvenFill
            scale: Qt.size(root.unit, root.unit)

            PathSvg {
                path: ({
                        "letters": "M-11 0 V-1.2 H11 V0 Z M-10 -1.7 V-2.9 H9 V-1.7 Z",
                        "books": "M-14 0 V-3 H14 V0 Z M-12 -3.5 V-6.7 H11 V-3.5 Z",
                        "shoes": "M-16 0 V-9.2 H16 V0 Z M-17 -9.9 V-13 H17 V-9.9 Z",
                        "bottles": "M-16 0 V-18 H16 V0 Z M-6 -14 V-10.5 H6 V-14 Z M-13.5 -18.8 V-23 L-11.8 -27 V-30.5 H-9.2 V-27 L-7.5 -23 V-18.8 Z M-6.5 -18.8 V-23 L-4.8 -27 V-30.5 H-2.2 V-27 L-0.5 -23 V-18.8 Z M0.5 -18.8 V-23 L2.2 -27 V-30.5 H4.8 V-27 L6.5 -23 V-18.8 Z M7.5 -18.8 V-23 L9.2 -27 V-30.5 H11.8 V-27 L13.5 -23 V-18.8 Z",
                        "suitcase": "M-15 -2 V-44 H15 V-2 Z M-13 0 V-1.4 H-9 V0 Z M9 0 V-1.4 H13 V0 Z M-7 -44.6 V-54 H7 V-44.6 H5 V-52 H-5 V-44.6 Z M-9 -40 V-6 H-7.4 V-40 Z M-0.8 -40 V-6 H0.8 V-40 Z M7.4 -40 V-6 H9 V-40 Z"
                    })[root.thing] ?? ""
            }
        }
    }
}
